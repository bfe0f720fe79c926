namespace SurvivalKit.Fuzz;

/// <summary>Makes a data set and its question smaller while they disagree in the same way.</summary>
internal static class Shrinker
{
    /// <summary>The smallest set and question found that still disagree.</summary>
    /// <param name="set">The set.</param>
    /// <param name="question">The question.</param>
    /// <param name="disagrees">Whether a smaller set and question disagree in the same way.</param>
    public static (FuzzSet Set, Question Question) Shrink(FuzzSet set, Question question, Func<FuzzSet, Question, bool> disagrees)
    {
        question = Simpler(question).Aggregate(question, (kept, change) => disagrees(set, change(kept)) ? change(kept) : kept);
        set = set.Of(question);
        set = WithoutRows(set, smaller => disagrees(smaller, question));
        question = Simpler(question).Aggregate(question, (kept, change) => disagrees(set, change(kept)) ? change(kept) : kept);
        set = Rounder(set.Of(question), smaller => disagrees(smaller, question));
        return (WithoutRows(set, smaller => disagrees(smaller, question)), question);
    }

    private static IEnumerable<Func<Question, Question>> Simpler(Question question)
    {
        yield return asked => asked with { Weights = null };
        yield return asked => asked with { Cluster = null };
        yield return asked => asked with { IsCounting = false };
        foreach (string term in question.Terms)
        {
            yield return asked => asked.Terms.Length > 1 ? asked with { Terms = asked.Terms.Remove(term) } : asked;
        }

        yield return asked => asked with { Ties = Ties.Breslow };
        yield return asked => asked with { Transform = TimeTransform.Identity };
        yield return asked => asked with { ConfidenceType = ConfidenceType.Log };
        yield return asked => asked with { SurvivalMethod = SurvivalMethod.ProductLimit };
        yield return asked => asked with { HazardMethod = HazardMethod.NelsonAalen };
        yield return asked => asked with { Rho = 0 };
    }

    private static FuzzSet WithoutRows(FuzzSet set, Func<FuzzSet, bool> disagrees)
    {
        for (int piece = Math.Max(1, set.Rows / 2); ; piece /= 2)
        {
            for (int from = 0; from < set.Rows;)
            {
                FuzzSet smaller = set.Of([.. Enumerable.Range(0, set.Rows).Where(row => row < from || row >= from + piece)]);
                if (smaller.Rows > 0 && disagrees(smaller))
                {
                    set = smaller;
                }
                else
                {
                    from += piece;
                }
            }

            if (piece == 1)
            {
                return set;
            }
        }
    }

    // Columns whose values are as short as the disagreement allows: ranks, then fewer digits.
    private static FuzzSet Rounder(FuzzSet set, Func<FuzzSet, bool> disagrees)
    {
        foreach (FuzzColumn column in set.Columns.Where(column => !column.IsText))
        {
            for (int digits = 0; digits <= 3; digits++)
            {
                FuzzSet rounder = set.With(column with { Values = [.. column.Values.Select(value => Math.Round(value, digits))] });
                if (disagrees(rounder))
                {
                    set = rounder;
                    break;
                }
            }
        }

        return set;
    }
}
