/** For whoever has no session of the staff. */
export function SignInAdvice() {
  return (
    <section className="operations-advice" aria-labelledby="sign-in">
      <h1 id="sign-in">Sign in as an operator</h1>
      <p className="lead">
        Run <code>npm run sign-in -- operator</code> on the machine of the app, or{' '}
        <code>node dist/server/command.js sign-in operator</code> where it is installed, and open the link that it
        prints. It can be used once, within five minutes.
      </p>
    </section>
  );
}
