// The video call: sends what the source gives, shows what comes back, and how both fare.

import { CallFigures } from "./callfigures.js";
import { Flow } from "./flow.js";
import { openSource } from "./source.js";

const FIGURES_MILLIS = 1000;

export class Call {
  #elements;
  #idle;
  #sent;
  #returned;
  #connection;
  #call;

  /**
   * @param elements {card, start, end, sound, note, own, returned, sentFigures, returnedFigures}:
   *     buttons, a line of text, two videos, two tables and what they all stand in
   */
  constructor(elements) {
    this.#elements = elements;
    this.#idle = elements.note.textContent;
    this.#sent = new CallFigures(elements.sentFigures);
    this.#returned = new CallFigures(elements.returnedFigures);
    elements.start.addEventListener("click", () => this.#start());
    elements.end.addEventListener("click", () => this.#hangUp());
    elements.sound.addEventListener("click", () => this.#mute(!elements.returned.muted));
    this.#become("off");
  }

  /** @param connection carries the call */
  enable(connection) {
    this.#connection = connection;
    this.#become("off");
  }

  /** The connection is gone, and with it the call. */
  disable(why) {
    const wasOn = this.#call !== undefined;
    this.#connection = undefined;
    this.#end(wasOn ? `${why}.` : this.#idle);
  }

  /** A track comes back from the JVM. */
  returned(track) {
    this.#call?.returned.addTrack(track);
  }

  async #start() {
    const connection = this.#connection;
    const call = { returned: new MediaStream() };
    this.#call = call;
    this.#become("starting", "Asking for your camera and microphone.");
    const source = await openSource();
    if (this.#call !== call) {
      source.close();
      return;
    }
    call.source = source;
    this.#become("on", source.note);
    this.#show(source.stream, call.returned);
    try {
      const flows = await connection.startCall(source.stream);
      if (this.#call === call) {
        this.#watch(call, flows);
      }
    } catch (error) {
      if (this.#call === call) {
        this.#end(`The call did not come about: ${error.message}.`);
      }
    }
  }

  #hangUp() {
    const isOffered = this.#call.source !== undefined;
    this.#end(this.#idle);
    if (isOffered) {
      this.#connection.endCall().catch((error) => this.#become("off", `The call did not end well: ${error.message}.`));
    }
  }

  #end(note) {
    const call = this.#call;
    this.#call = undefined;
    clearInterval(call?.timer);
    call?.source?.close();
    this.#show(null, null);
    this.#become("off", note);
  }

  #show(own, returned) {
    this.#elements.own.srcObject = own;
    this.#elements.returned.srcObject = returned;
    this.#mute(true);
    this.#sent.clear();
    this.#returned.clear();
  }

  #watch(call, transceivers) {
    const flows = transceivers.flatMap(({ sender, receiver }) => [
      { table: this.#sent, kind: sender.track.kind, flow: new Flow(sender) },
      { table: this.#returned, kind: receiver.track.kind, flow: new Flow(receiver) },
    ]);
    const look = () =>
      flows.forEach(async ({ table, kind, flow }) => {
        const figures = await flow.figures();
        if (this.#call === call) {
          table.show(kind, figures);
        }
      });
    look();
    call.timer = setInterval(look, FIGURES_MILLIS);
  }

  #mute(isMuted) {
    const { returned, sound } = this.#elements;
    returned.muted = isMuted;
    sound.textContent = isMuted ? "Unmute" : "Mute";
  }

  /** @param state one of off, starting, on */
  #become(state, note = this.#idle) {
    const { card, start, end, sound, note: text } = this.#elements;
    card.dataset.call = state;
    start.hidden = state !== "off";
    start.disabled = this.#connection === undefined;
    end.hidden = state === "off";
    sound.hidden = state !== "on";
    text.textContent = note;
  }
}
