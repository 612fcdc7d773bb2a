import * as v from 'valibot';
import {
  type EarlierWebSdkEventName,
  type HostMessage,
  hostMessageSchema,
  type LoaderCommandName,
  type WebSdkEventName,
} from '#idngo/web-sdk';

/**
 * The frame's end of the wire protocol, as the loader expects it.
 *
 * 1. The loader puts `?_=<frameId>` on the frame's address; the id comes back to it unchanged or it answers nothing.
 * 2. The frame posts `idCheck.onReady` with that id and a session id of its own; the loader answers `idCheck.init` and
 *    from then on drops messages of any other session. So the session id must survive a reload of the frame.
 * 3. Only the window that embeds the frame is listened to, and only messages of the documented shape.
 */
export interface HostChannel {
  announceReady(): void;
  emit(name: EmittedName, payload?: object): void;
  listen(listener: (message: HostMessage) => void): () => void;
}

export type EmittedName = WebSdkEventName | EarlierWebSdkEventName | LoaderCommandName;

export type FrameWindow = Pick<Window, 'parent' | 'name' | 'addEventListener' | 'removeEventListener'> & {
  readonly location: Pick<Location, 'search'>;
};

const sessionPrefix = 'idCheck.session:';

/** Undefined where no loader opened the page: it is not in a frame, or its address has no frame id. */
export function createHostChannel(frame: FrameWindow, newSessionId: () => string): HostChannel | undefined {
  const frameId = readFrameId(frame.location.search);
  if (!frameId || frame.parent === (frame as unknown)) return undefined;
  const sessionId = requireSessionId(frame, newSessionId);
  const emit: HostChannel['emit'] = (name, payload = {}) =>
    frame.parent.postMessage({ ...payload, method: `idCheck.${name}`, sessionId, frameId }, '*');
  return {
    announceReady: () => emit('onReady'),
    emit,
    listen(listener) {
      const receive = (event: MessageEvent<unknown>) => {
        if (event.source !== frame.parent) return;
        const message = v.safeParse(hostMessageSchema, event.data);
        if (message.success) listener(message.output);
      };
      frame.addEventListener('message', receive);
      return () => frame.removeEventListener('message', receive);
    },
  };
}

/** The id as it stands in the address: base64 carries `+`, which `URLSearchParams` would read as a space. */
export function readFrameId(search: string): string | undefined {
  return /[?&]_=([^&]*)/.exec(search)?.[1];
}

/**
 * Kept in the frame's own window name: unlike `sessionStorage` it is not shared by two frames of one tab, is there when
 * the browser blocks third-party storage, and needs no key derived from the frame id, which can hold the access token.
 */
function requireSessionId(frame: Pick<FrameWindow, 'name'>, newSessionId: () => string): string {
  if (frame.name.startsWith(sessionPrefix)) return frame.name.slice(sessionPrefix.length);
  const sessionId = newSessionId();
  frame.name = sessionPrefix + sessionId;
  return sessionId;
}
