import { Component, type ReactNode } from 'react';

/** React offers this only to classes. */
export class ErrorBoundary extends Component<
  { children: ReactNode; fallback: (error: Error, reset: () => void) => ReactNode },
  { error: Error | undefined }
> {
  override state: { error: Error | undefined } = { error: undefined };

  static getDerivedStateFromError(cause: unknown) {
    return {
      error: cause instanceof Error ? cause : new Error('Something that is not an error was thrown', { cause }),
    };
  }

  override render() {
    const { error } = this.state;
    if (error) return this.props.fallback(error, () => this.setState({ error: undefined }));
    return this.props.children;
  }
}
