/** Where the present comes from. Commands take their time from here, so that a story can be told with a clock of its own. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();
