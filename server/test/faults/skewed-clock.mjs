// Loaded before a server: its clock is wrong by SKEW_MS. Time is the one thing that is not real here.
const skew = Number(process.env.SKEW_MS);
const RealDate = Date;
const now = () => RealDate.now() + skew;
globalThis.Date = class Date extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(now());
    else super(...given);
  }
  static now() {
    return now();
  }
};
