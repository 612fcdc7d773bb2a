import { type Component, createElement, createRef, Fragment, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import SumsubWebSdk from 'websdk-react-2.9.0';
import type { Instance, Launch } from './host';

interface Handlers {
  onMessage: (type: string, payload: object) => void;
  onError: (error: object) => void;
}

/** The component of the React package; its methods are the instance's, and `destroy` takes it away. */
export function mountComponent(launch: Launch, handlers: Handlers): Instance {
  const { token, baseUrl, conf, options, isStrict } = launch;
  const root = createRoot(document.querySelector('#container') ?? document.body);
  const component = createRef<Component>();
  const properties = {
    ref: component,
    accessToken: token,
    expirationHandler: () => window.renewToken(),
    config: conf ?? {},
    ...handlers,
    ...(baseUrl && { baseUrl }),
    ...(options && { options }),
  };
  // The package is typed for a React of another age.
  const element = createElement(SumsubWebSdk as unknown as typeof Component, properties as object);
  root.render(createElement(isStrict ? StrictMode : Fragment, null, element));
  return new Proxy({} as Instance, {
    get(_, name) {
      if (name === 'destroy') return () => root.unmount();
      const method: unknown = component.current && Reflect.get(component.current, name);
      return typeof method === 'function' ? method.bind(component.current) : undefined;
    },
  });
}
