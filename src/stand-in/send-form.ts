export interface FormToSend {
  path: string;
  token: string;
  form: FormData;
  onProgress: (fraction: number) => void;
  signal: AbortSignal;
}

export type SentForm =
  | { kind: 'answered'; httpStatus: number; body: string }
  | { kind: 'offline' }
  | { kind: 'aborted' };

export type SendForm = (form: FormToSend) => Promise<SentForm>;

/** Sends a form with XMLHttpRequest, because `fetch` reports no progress of an upload. Never rejects. */
export const sendFormWithProgress: SendForm = ({ path, token, form, onProgress, signal }) =>
  new Promise(resolve => {
    if (signal.aborted) return resolve({ kind: 'aborted' });
    const request = new XMLHttpRequest();
    const abort = () => request.abort();
    const settle = (outcome: SentForm) => {
      signal.removeEventListener('abort', abort);
      resolve(outcome);
    };
    request.open('POST', path);
    request.setRequestHeader('Authorization', `Bearer ${token}`);
    request.upload.onprogress = event => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    };
    request.onload = () => settle({ kind: 'answered', httpStatus: request.status, body: request.responseText });
    request.onerror = () => settle({ kind: 'offline' });
    request.onabort = () => settle({ kind: 'aborted' });
    signal.addEventListener('abort', abort);
    request.send(form);
  });
