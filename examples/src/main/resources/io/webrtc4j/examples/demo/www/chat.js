// The conversation. What comes is shown as text, never as markup.

const SUGGESTIONS = ["help", "time", "memory", "threads", "path", "java"];
const MAX_MESSAGES = 300;

export class Chat {
  #elements;
  #send;

  constructor(elements) {
    this.#elements = elements;
    elements.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#say(elements.input.value.trim());
      elements.input.value = "";
    });
    elements.chips.replaceChildren(...SUGGESTIONS.map((text) => this.#chip(text)));
    this.disable();
  }

  /** @param send carries one message's text to the JVM */
  enable(send) {
    this.#send = send;
    this.#setDisabled(false);
  }

  disable() {
    this.#send = undefined;
    this.#setDisabled(true);
  }

  received(text) {
    this.#add("theirs", text, "The JVM: ");
  }

  note(text) {
    this.#add("note", text, "");
  }

  #say(text) {
    if (text && this.#send) {
      this.#add("mine", text, "You: ");
      this.#send(text);
    }
  }

  #chip(text) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = text;
    button.addEventListener("click", () => this.#say(text));
    return button;
  }

  #add(kind, text, speaker) {
    const list = this.#elements.list;
    const item = document.createElement("li");
    item.className = kind;
    if (speaker) {
      const name = item.appendChild(document.createElement("span"));
      name.className = "hidden";
      name.textContent = speaker;
    }
    item.append(text);
    list.append(item);
    while (list.childElementCount > MAX_MESSAGES) {
      list.firstElementChild.remove();
    }
    list.scrollTop = list.scrollHeight;
  }

  #setDisabled(isDisabled) {
    const { input, send, chips } = this.#elements;
    input.disabled = isDisabled;
    send.disabled = isDisabled;
    chips.querySelectorAll("button").forEach((button) => (button.disabled = isDisabled));
  }
}
