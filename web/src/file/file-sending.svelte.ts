import type { Api } from '#web/api/api.ts';
import { keepAwake } from '#web/browser/screen-lock.ts';
import { describeError, describeFailure } from '#web/errors/describe-error.ts';
import type { FileLineFragment } from '#web/gql/graphql.ts';
import type { Translate } from '#web/words/words.ts';
import type { FilePlace } from './file-place.ts';
import { readRefusal, refusalInWords } from './file-words.ts';
import { HeicUnreadable, type Prepared, prepareFile } from './prepare-file.ts';
import type { Sent, TusUpload } from './tus-upload.ts';

/** How often what is being checked is looked at (ms). */
const LOOK_MS = 2_000;
/** After so long without a connection it is tried again, whatever the browser says of it (ms). */
const AGAIN_MS = 10_000;

/** One file on its way from here. */
export class FileOnItsWay {
  readonly name: string;
  readonly file: File;
  bytes = $state(0);
  sent = $state(0);
  phase = $state<'waiting' | 'preparing' | 'sending' | 'noLine' | 'failed'>('waiting');
  /** Why it failed, in words. */
  problem = $state('');
  prepared: Prepared | null = null;
  upload: TusUpload | null = null;

  constructor(file: File) {
    this.name = file.name;
    this.file = file;
    this.bytes = file.size;
  }
}

/**
 * The files of one person for one place, such as a card: those on their way from this page, one after the other, and those that the
 * server has. It goes on while the page is there, whatever is open on it: after a tunnel, a lock screen, a server that
 * was restarted. After a reload the same file chosen again goes on where it was.
 */
export class FileSending {
  onItsWay = $state<FileOnItsWay[]>([]);
  /** What hangs on nothing yet, as the server has it. */
  uploads = $state.raw<readonly FileLineFragment[]>([]);
  problem = $state('');
  readonly #api: Api;
  readonly #t: Translate;
  readonly #place: FilePlace;
  #onThere: () => unknown = () => undefined;
  #running = false;
  #lock: WakeLockSentinel | undefined;
  #looking: ReturnType<typeof setTimeout> | undefined;

  constructor(given: { api: Api; t: Translate; place: FilePlace }) {
    this.#api = given.api;
    this.#t = given.t;
    this.#place = given.place;
  }

  /** Whether something is on its way that will come. */
  get busy(): boolean {
    return (
      this.onItsWay.some(({ phase }) => phase !== 'failed') ||
      this.uploads.some(({ state }) => state === 'CHECKING')
    );
  }

  /** Ids of what can be handed in. */
  get ready(): string[] {
    return this.uploads.filter(({ state }) => state === 'READY').map(({ id }) => id);
  }

  /** Called when a file came that everybody sees at once. */
  set onThere(told: () => unknown) {
    this.#onThere = told;
  }

  /** Asks the server what it has. */
  async look(): Promise<void> {
    clearTimeout(this.#looking);
    try {
      this.uploads = await this.#place.uploads(this.#api);
    } catch {
      // What is there is shown when the line is back.
    }
    if (this.uploads.some(({ state }) => state === 'CHECKING'))
      this.#looking = setTimeout(() => void this.look(), LOOK_MS);
  }

  add(files: Iterable<File>): void {
    this.problem = '';
    for (const file of files) this.onItsWay.push(new FileOnItsWay(file));
    void this.#run();
  }

  retry(item: FileOnItsWay): void {
    item.phase = 'waiting';
    item.problem = '';
    void this.#run();
  }

  /** Gives one up that is on its way. */
  async giveUp(item: FileOnItsWay): Promise<void> {
    this.onItsWay = this.onItsWay.filter((each) => each !== item);
    await item.upload?.giveUp().catch(() => undefined);
    await this.look();
  }

  async remove(file: Pick<FileLineFragment, 'id' | 'name'>): Promise<void> {
    this.problem = '';
    try {
      const [error] = await this.#place.remove(this.#api, file.id);
      if (error && error.code !== 'NOT_FOUND') this.problem = describeError(error, this.#t);
    } catch (failure) {
      this.problem = describeFailure(failure, this.#t);
    }
    await this.look();
  }

  /** What was handed in is no upload any more. */
  done(): void {
    this.uploads = [];
    this.onItsWay = [];
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    const stay = (event: BeforeUnloadEvent) => event.preventDefault();
    const wake = () => {
      if (document.visibilityState === 'visible') void keepAwake().then((lock) => (this.#lock = lock));
    };
    addEventListener('beforeunload', stay);
    document.addEventListener('visibilitychange', wake);
    wake();
    try {
      let next: FileOnItsWay | undefined;
      while ((next = this.onItsWay.find(({ phase }) => phase === 'waiting'))) await this.#send(next);
    } finally {
      removeEventListener('beforeunload', stay);
      document.removeEventListener('visibilitychange', wake);
      void this.#lock?.release().catch(() => undefined);
      this.#running = false;
    }
  }

  async #send(item: FileOnItsWay): Promise<void> {
    try {
      item.phase = 'preparing';
      item.prepared ??= await prepareFile(item.file);
      item.bytes = item.prepared.blob.size;
      const { startUpload } = await import('./tus-upload.ts');
      await this.look();
      const { name, type } = item.prepared;
      // The rest of it may be all that is missing: it was begun before a reload, or on another day.
      const begun = this.uploads.find(
        (file) => file.state === 'RECEIVING' && file.name === name && file.bytes === item.bytes,
      );
      item.upload ??= startUpload(item.prepared.blob, {
        ...{ of: this.#place.sentFor, name, type, address: begun?.uploadAddress ?? null },
        onProgress: (sent) => (item.sent = sent),
      });
      item.phase = 'sending';
      this.#fail(item, await this.#untilItCame(item, item.upload));
    } catch (failure) {
      const isHeic = failure instanceof HeicUnreadable;
      item.problem = this.#t(isHeic ? 'file:problem.HEIC' : 'file:refused.notLoaded');
      item.phase = 'failed';
    }
    await this.look();
  }

  #fail(item: FileOnItsWay, sent: Sent): void {
    if (sent.outcome === 'REFUSED') {
      const refusal = readRefusal(sent.body);
      item.problem = refusal ? refusalInWords(refusal, this.#t) : this.#t('errors:unexpected');
      item.phase = 'failed';
      item.upload = null;
      return;
    }
    this.onItsWay = this.onItsWay.filter((each) => each !== item);
    if (sent.outcome === 'CAME' && this.#place.isThereAtOnce) this.#onThere();
  }

  /** However often the line breaks, until somebody gives it up. */
  async #untilItCame(item: FileOnItsWay, upload: TusUpload): Promise<Sent> {
    for (;;) {
      const sent = await upload.run();
      if (sent.outcome !== 'NO_LINE') return sent;
      if (!this.onItsWay.includes(item)) return { outcome: 'GIVEN_UP' };
      item.phase = 'noLine';
      await lineIsBack();
      item.phase = 'sending';
    }
  }
}

/** When the device says that it is online or is looked at again, or after a while. */
function lineIsBack(): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      removeEventListener('online', done);
      document.removeEventListener('visibilitychange', done);
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(done, AGAIN_MS);
    addEventListener('online', done);
    document.addEventListener('visibilitychange', done);
  });
}
