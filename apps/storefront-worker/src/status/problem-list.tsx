export interface ProblemListProps {
  title: string;
  /** In sentences. */
  problems: readonly string[];
}

/** What is not as it should be; nothing where all is well. */
export function ProblemList({ title, problems }: ProblemListProps) {
  if (problems.length === 0) return null;
  return (
    <section class="notice" aria-labelledby="problems">
      <h2 id="problems">{title}</h2>
      <ul>
        {problems.map((problem) => (
          <li>{problem}</li>
        ))}
      </ul>
    </section>
  );
}
