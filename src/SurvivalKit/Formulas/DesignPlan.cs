using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>The columns of a design: which columns of its variables each is the product of.</summary>
internal static class DesignPlan
{
    /// <summary>A column of the design.</summary>
    /// <param name="Name">Its name as R names it.</param>
    /// <param name="Term">The term it belongs to.</param>
    /// <param name="Parts">The columns of variables that are multiplied.</param>
    internal sealed record Column(string Name, string Term, ImmutableArray<Part> Parts);

    /// <summary>A column of a variable.</summary>
    /// <param name="Variable">The place of the variable.</param>
    /// <param name="InFull">Whether a factor is coded in full, without a reference level.</param>
    /// <param name="Place">The place of the column among those of the variable.</param>
    internal readonly record struct Part(int Variable, bool InFull, int Place);

    /// <summary>The columns of all terms in order.</summary>
    /// <param name="terms">The terms.</param>
    /// <param name="namesOf">The names of the columns of a variable, in full or without its reference level.</param>
    public static IEnumerable<Column> Of(TermList terms, Func<int, bool, IEnumerable<string>> namesOf)
    {
        foreach (ImmutableArray<int> term in terms.Terms)
        {
            // A stratum has no coefficient of its own; it may still be part of an interaction.
            if (term is [var only] && terms.IsStrata(only))
            {
                continue;
            }

            string label = terms.Label(term);
            Column[] columns = [new("", label, [])];
            foreach (int variable in term)
            {
                // The first variable of a term varies fastest.
                Column[] left = columns;
                bool inFull = !HasMargin(terms, term, variable);
                columns = [.. namesOf(variable, inFull).SelectMany((name, place) => left.Select(earlier => new Column(
                    earlier.Parts.IsEmpty ? name : $"{earlier.Name}:{name}",
                    label,
                    earlier.Parts.Add(new Part(variable, inFull, place)))))];
            }

            foreach (Column column in columns)
            {
                yield return column;
            }
        }
    }

    /// <summary>R's rule: a factor is coded against its reference where the term without it is in the model, and in full where it is
    /// not.</summary>
    public static bool HasMargin(TermList terms, ImmutableArray<int> term, int variable)
    {
        if (term.Length == 1)
        {
            return true;
        }

        ImmutableArray<int> margin = term.Remove(variable);
        return terms.Terms.Any(other => other.SequenceEqual(margin));
    }
}
