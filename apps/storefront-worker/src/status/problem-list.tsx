/** What keeps syncs from working; nothing where all is well. */
export function ProblemList({ problems }: { problems: readonly string[] }) {
  if (problems.length === 0) return null;
  return (
    <section class="notice" aria-labelledby="problems">
      <h2 id="problems">Not ready to sync</h2>
      <ul>
        {problems.map((problem) => (
          <li>{problem}</li>
        ))}
      </ul>
    </section>
  );
}
