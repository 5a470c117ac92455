import { createContext } from 'react-router';

/** Answers a request to `/api/v1/…` without a socket: the very handler that serves the same path over HTTP. */
export type CallApi = (request: Request) => Promise<Response>;

/** Set by the server for every page request. It is read through `entry.server`, since the built app holds its own copy of this key. */
export const apiContext = createContext<CallApi>();

/** Where an unexpected error of a page is recorded. */
export type ReportError = (error: unknown, request: Request) => void;
export const reportContext = createContext<ReportError>();
