/** A browser of another engine than the other journeys', driven by what the standards of WebDriver have. */
export interface Engine {
  readonly name: 'Firefox' | 'WebKit';
  goto(url: string): Promise<void>;
  /** Runs an expression in the page; what it promises is waited for. */
  evaluate<T>(expression: string): Promise<T>;
  /** One step in the history of the tab. */
  step(by: -1 | 1): Promise<void>;
  /** Carries out WebDriver's actions: the same words in both of its protocols. */
  act(actions: readonly InputSource[]): Promise<void>;
  /** What is on the screen, as a PNG in base64. */
  picture(): Promise<string>;
  close(): Promise<void>;
}

/** A device and what it does, as `performActions` has it. */
export interface InputSource {
  readonly type: 'pointer' | 'key';
  readonly id: string;
  readonly parameters?: { readonly pointerType: 'mouse' };
  readonly actions: readonly Record<string, unknown>[];
}

const mouse = (actions: readonly Record<string, unknown>[]): InputSource => ({
  type: 'pointer',
  id: 'mouse',
  parameters: { pointerType: 'mouse' },
  actions,
});

export interface Point {
  readonly x: number;
  readonly y: number;
}

export const pressAt = ({ x, y }: Point) =>
  mouse([
    { type: 'pointerMove', x, y },
    { type: 'pointerDown', button: 0 },
    { type: 'pointerUp', button: 0 },
  ]);

/** As WebDriver calls the key. */
export const ENTER = '\uE007';
export const ESCAPE = '\uE00C';

export const typing = (text: string): InputSource => ({
  type: 'key',
  id: 'keys',
  actions: [...text].flatMap((value) => [
    { type: 'keyDown', value },
    { type: 'keyUp', value },
  ]),
});
