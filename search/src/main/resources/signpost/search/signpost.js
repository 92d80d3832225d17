// What pages do beyond HTML: suggestions while typing, and counts before filters are applied.
// Everything works without it. Failures of the network are silent: forms can still be sent.

const PAUSE = 150; // ms without a key before we ask
const SHORTEST = 2; // letters worth asking about

/** Asks for JSON after a pause; only the last question is answered, with null when it failed. */
class Question {
  #timer;
  #sent = new AbortController();

  ask(address, answered) {
    this.forget();
    const sent = this.#sent;
    this.#timer = setTimeout(async () => {
      const answer = await fetch(address, { signal: sent.signal })
        .then((response) => (response.ok ? response.json() : null))
        .catch(() => null);
      if (!sent.signal.aborted) {
        answered(answer);
      }
    }, PAUSE);
  }

  forget() {
    clearTimeout(this.#timer);
    this.#sent.abort();
    this.#sent = new AbortController();
  }
}

function set(element, attributes) {
  Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
  return element;
}

const made = (name, attributes) => set(document.createElement(name), attributes);

const counted = (number, thing) => `${number} ${thing}${number === "1" ? "" : "s"}`;

/** A search field as the ARIA Authoring Practices' combobox with list autocomplete. */
class Suggestions {
  #question = new Question();
  #chosen = -1;

  constructor(box) {
    this.input = box.querySelector("input");
    this.host = this.input.form.querySelector("[name=host]")?.value ?? "";
    this.list = made("ul", { id: "suggestions", role: "listbox", class: "sp-suggest__list", "aria-label": "Suggestions" });
    this.status = made("div", { role: "status", class: "govuk-visually-hidden" });
    box.append(this.list, this.status);
    this.input.type = "text"; // no search field may be a combobox
    set(this.input, { role: "combobox", "aria-autocomplete": "list", "aria-controls": "suggestions", enterkeyhint: "search" });
    this.open(false);
    this.input.addEventListener("input", () => this.typed());
    this.input.addEventListener("keydown", (event) => this.pressed(event));
    this.input.addEventListener("blur", () => this.close());
    this.list.addEventListener("mousedown", (event) => event.preventDefault()); // keeps the focus
    this.list.addEventListener("click", (event) => this.take(event.target.closest("[role=option]")));
  }

  typed() {
    const typed = this.input.value.trim();
    if (typed.length < SHORTEST) {
      this.close();
    } else {
      this.#question.ask(`/api/suggest?${new URLSearchParams({ q: typed, host: this.host })}`, (answer) => this.show(answer?.suggestions ?? []));
    }
  }

  show(found) {
    this.list.replaceChildren(...found.map(({ text, type }, at) => {
      const option = made("li", { id: `suggestion-${at}`, role: "option", class: "sp-suggest__option" });
      const words = made("bdi", {});
      words.textContent = text;
      option.append(words);
      if (type === "guide") {
        const kind = made("span", { class: "sp-suggest__kind" });
        kind.textContent = " Guide";
        option.append(kind);
      }
      return option;
    }));
    this.open(found.length > 0);
    this.status.textContent = found.length === 0 ? "No suggestions." : `${counted(String(found.length), "suggestion")}, choose with the arrow keys.`;
  }

  open(open) {
    this.list.hidden = !open;
    set(this.input, { "aria-expanded": open });
    this.choose(-1);
  }

  close() {
    this.#question.forget();
    this.status.textContent = "";
    this.open(false);
  }

  choose(at) {
    this.#chosen = at;
    [...this.list.children].forEach((option, i) => set(option, { "aria-selected": i === at }));
    const option = this.list.children[at];
    if (option) {
      set(this.input, { "aria-activedescendant": option.id });
      option.scrollIntoView({ block: "nearest" });
    } else {
      this.input.removeAttribute("aria-activedescendant");
    }
  }

  /** One step, and through the field itself at either end. */
  step(by) {
    const stops = this.list.children.length + 1;
    this.choose(((this.#chosen + 1 + by + stops) % stops) - 1);
  }

  take(option) {
    if (option) {
      this.input.value = option.querySelector("bdi").textContent;
      this.close();
      this.input.form.requestSubmit();
    }
  }

  pressed(event) {
    const keys = {
      ArrowDown: () => this.step(1),
      ArrowUp: () => this.step(-1),
      Escape: () => this.close(),
      Enter: this.#chosen < 0 ? undefined : () => this.take(this.list.children[this.#chosen]),
    };
    if (!this.list.hidden && !event.isComposing && keys[event.key]) {
      event.preventDefault();
      keys[event.key]();
    }
  }
}

/** Filters that say how many results they would give before they are applied. */
class Counts {
  #question = new Question();

  constructor(form) {
    this.form = form;
    this.button = form.querySelector("[type=submit]");
    this.status = form.querySelector("[role=status]");
    form.addEventListener("change", () => this.changed());
  }

  changed() {
    const address = new URLSearchParams(new FormData(this.form));
    address.set("size", "1");
    set(this.form, { "aria-busy": true });
    this.#question.ask(`/api/search?${address}`, (answer) => this.show(answer));
  }

  show(answer) {
    this.form.removeAttribute("aria-busy");
    if (answer) {
      const results = counted(answer.total.toLocaleString("en-GB") + (answer.more ? "+" : ""), "result");
      this.button.textContent = `Show ${results}`;
      this.status.textContent = results;
      this.form.querySelectorAll("[type=checkbox]").forEach((box) => this.count(box, answer.facets[box.name] ?? []));
    }
  }

  /** A value that is not among the counted ones has no results: a search counts twenty of a facet. */
  count(box, counts) {
    const known = counts.find(({ value }) => value === box.value);
    if (known || counts.length < 20) {
      box.parentElement.querySelector("[data-count]").textContent = `(${known ? known.count : 0})`;
    }
  }
}

document.querySelectorAll("[data-suggest]").forEach((box) => new Suggestions(box));
document.querySelectorAll("[data-counts]").forEach((form) => new Counts(form));
