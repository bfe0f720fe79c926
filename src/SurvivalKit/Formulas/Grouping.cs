using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>The groups that the terms of a formula make: one for each combination of levels that occurs.</summary>
/// <param name="Names">The groups' names, <c>sex=1, ph.ecog=0</c>; <c>all</c> where the formula has no term.</param>
/// <param name="Members">The places of each group's observations in the model frame, increasing.</param>
internal sealed record Grouping(ImmutableArray<string> Names, ImmutableArray<int[]> Members)
{
    /// <summary>Groups by all terms; strata() is one of them, named as R names it: <c>strata(sex)=sex=1</c>.</summary>
    public static Grouping ByAllTerms(ModelFrame frame) => By(frame, [.. frame.TermList.MainEffects], clusters: true);

    /// <summary>Groups by the terms that are not strata().</summary>
    public static Grouping WithinStrata(ModelFrame frame) =>
        By(frame, [.. frame.TermList.MainEffects.Where(variable => !frame.TermList.IsStrata(variable))], clusters: false);

    /// <summary>The place of each observation's group.</summary>
    public int[] Codes()
    {
        var codes = new int[Members.Sum(members => members.Length)];
        for (int group = 0; group < Members.Length; group++)
        {
            foreach (int member in Members[group])
            {
                codes[member] = group;
            }
        }

        return codes;
    }

    private static Grouping By(ModelFrame frame, int[] variables, bool clusters)
    {
        // What would have to be ignored is refused: a curve has no offset, and a test of curves has no clusters.
        if (frame.TermList.Offsets is [var offset, ..])
        {
            throw new FormulaException(frame.Formula.Text, offset.Position, "groups are named by columns; offset() was found.");
        }

        if (!clusters && frame.TermList.Clusters is [var cluster, ..])
        {
            throw new FormulaException(frame.Formula.Text, cluster.Position, "groups are named by columns; cluster() was found.");
        }

        if (frame.TermList.Terms.FirstOrDefault(term => term.Length > 1) is { IsDefaultOrEmpty: false } interaction)
        {
            FormulaNode at = frame.TermList.Variables[interaction[^1]];
            throw new FormulaException(frame.Formula.Text, at.Position, "groups are named by terms joined with +; an interaction was found.");
        }

        if (variables.Length == 0)
        {
            return new Grouping(["all"], [[.. Enumerable.Range(0, frame.Response.Count)]]);
        }

        FormulaValue.Levels groups = Combination.Of(
            [.. variables.Select(variable => frame.Values.Variables[variable].AsLevels())],
            [.. variables.Select(variable => frame.TermList.Variables[variable].ToString())]);
        var members = new List<int>[groups.Names.Length];
        for (int group = 0; group < members.Length; group++)
        {
            members[group] = [];
        }

        for (int i = 0; i < groups.Codes.Length; i++)
        {
            members[groups.Codes[i]].Add(i);
        }

        return new Grouping(groups.Names, [.. members.Select(group => group.ToArray())]);
    }
}
