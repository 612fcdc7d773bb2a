export function Instructions({ items }: { items: readonly string[] }) {
  return (
    <div className="markdown-instructions">
      <ul>
        {items.map(item => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </div>
  );
}
