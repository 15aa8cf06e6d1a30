// Brings the browser’s words to Python and does not rest until Python says that it has them.
// The server may die and come back: Streamlit then sends nothing by itself, and forgets what was under way.

const PAUSE = 150; // ms without a key before the words go
const LONGEST = 500; // ms that words wait at most while the keys go on
const RETRY = 3000; // ms before the same words are offered again

export class Outbox {
  // post(doc, name) hands a document to Streamlit; sentences() gives those to send; show(state) tells the person.
  constructor({ post, sentences, show }) {
    Object.assign(this, { post, sentences, show });
    this.where = null; // {plan, section, serial}
    this.revision = 0;
    this.acknowledged = 0;
    this.unsent = ""; // what has changed since the last sending: "", "act" or "typing:<sentence id>"
    this.typedAt = new Map(); // sentence id → the revision with which its last keys go
    this.late = false;
    this.kept = true; // whether Python could put the words that it has on the disk
  }

  // Begin with sentences that came from Python.
  begin(where, acknowledged) {
    clearTimeout(this.pause);
    clearTimeout(this.retry);
    Object.assign(this, { where, acknowledged, revision: acknowledged, unsent: "", late: false });
    this.typedAt.clear();
    this.tell();
  }

  typed(id) {
    const kind = `typing:${id}`;
    if (!this.unsent) this.since = Date.now();
    this.unsent = this.unsent && this.unsent !== kind ? "act" : kind;
    this.typedAt.set(id, this.revision + 1);
    this.tell();
    clearTimeout(this.pause);
    const left = LONGEST - (Date.now() - this.since);
    this.pause = setTimeout(() => this.flush(), Math.max(0, Math.min(PAUSE, left)));
  }

  acted() {
    this.unsent = "act";
    this.flush();
  }

  flush() {
    clearTimeout(this.pause);
    if (!this.unsent || !this.where) return;
    this.kind = this.unsent;
    this.unsent = "";
    this.revision += 1;
    this.late = false;
    this.offer();
  }

  // Another part is about to be shown: words typed for this one go by a way of their own, where the next
  // part’s words cannot overtake them.
  leave() {
    clearTimeout(this.pause);
    if (this.unsent) {
      this.kind = this.unsent;
      this.unsent = "";
      this.revision += 1;
    }
    if (this.where && this.acknowledged < this.revision) this.post(this.document(), "late");
  }

  // The sentences with keys that Python had not taken in when it took its revision `taken`.
  typedAfter(taken) {
    return [...this.typedAt].filter(([, revision]) => revision > taken).map(([id]) => id);
  }

  acknowledge(revision) {
    this.acknowledged = Math.max(this.acknowledged, revision);
    this.tell();
  }

  // A new server session holds older words than ours: say ours again, in its own count.
  offerAgain(where, acknowledged) {
    this.where = where;
    this.acknowledged = acknowledged;
    this.revision = Math.max(this.revision, acknowledged);
    this.unsent = "act";
    this.flush();
  }

  close() {
    this.flush();
    clearTimeout(this.retry);
  }

  offer() {
    this.post(this.document(), "doc");
    this.tell();
    clearTimeout(this.retry);
    this.retry = setTimeout(() => this.offerIfUnheard(), RETRY);
  }

  // `sent` makes each try differ: Streamlit does not pass on a value that equals the last one.
  document() {
    return { ...this.where, rev: this.revision, kind: this.kind, sent: Date.now(), sentences: this.sentences() };
  }

  offerIfUnheard() {
    if (this.acknowledged >= this.revision) return;
    this.late = true;
    this.offer();
  }

  tell() {
    const arrived = !this.unsent && this.acknowledged >= this.revision;
    this.show(arrived && this.kept ? "saved" : this.late || arrived ? "not_saved" : "saving");
  }
}
