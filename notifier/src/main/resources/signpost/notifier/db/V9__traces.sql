-- The trace that is carried on while it waits, as W3C Trace Context has it: of the visit that brought a
-- finding to its state, and of the writing of a message.
ALTER TABLE finding ADD COLUMN traceparent TEXT;
ALTER TABLE delivery ADD COLUMN traceparent TEXT;
