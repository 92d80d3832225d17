-- Nobody read whether a host's last visit failed: its last outcome says so in words.
ALTER TABLE host DROP COLUMN failed;
