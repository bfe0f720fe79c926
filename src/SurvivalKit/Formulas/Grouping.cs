using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>The groups that the terms of a formula make: one for each combination of levels that occurs.</summary>
internal sealed class Grouping
{
    private ImmutableArray<int[]> _members;

    private Grouping(ImmutableArray<string> names, int[] codes)
    {
        Names = names;
        Codes = codes;
    }

    /// <summary>The groups' names, <c>sex=1, ph.ecog=0</c>; <c>all</c> where the formula has no term.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>The place of each observation's group. Shared: never written to.</summary>
    public int[] Codes { get; }

    /// <summary>The number of groups.</summary>
    public int Groups => Names.Length;

    /// <summary>The places of each group's observations in the model frame, increasing.</summary>
    public ImmutableArray<int[]> Members => _members.IsDefault ? _members = Listed() : _members;

    /// <summary>Groups by all terms; strata() is one of them, named as R names it: <c>strata(sex)=sex=1</c>.</summary>
    public static Grouping ByAllTerms(ModelFrame frame) => By(frame, [.. frame.TermList.MainEffects], clusters: true);

    /// <summary>Groups by the terms that are not strata().</summary>
    /// <exception cref="FormulaException">A strata() is no term of its own, so that R's <c>survdiff</c> has no answer either.</exception>
    public static Grouping WithinStrata(ModelFrame frame) =>
        frame.TermList.Strata.Except(frame.TermList.MainEffects).ToArray() is [var lost, ..] ? throw new FormulaException(
            frame.Formula.Text, frame.TermList.Variables[lost].Position, "strata() was expected as a term of its own, joined with +.")
        : By(frame, [.. frame.TermList.MainEffects.Where(variable => !frame.TermList.IsStrata(variable))], clusters: false);

    private static Grouping By(ModelFrame frame, int[] variables, bool clusters)
    {
        Check(frame, clusters);
        if (variables.Length == 0)
        {
            return new Grouping(["all"], new int[frame.Response.Count]);
        }

        FormulaValue.Levels groups = Combination.Cross(
            [.. variables.Select(variable => Levels(frame, variable))],
            [.. variables.Select(variable => frame.TermList.Names[variable])]);
        return new Grouping(groups.Names, groups.Codes);
    }

    private static FormulaValue.Levels Levels(ModelFrame frame, int variable) =>
        frame.Values.Variables[variable] is FormulaValue.Matrix
            ? throw new FormulaException(
                frame.Formula.Text,
                frame.TermList.Variables[variable].Position,
                "groups are named by columns; a term of several columns was found.")
            : frame.Values.Variables[variable].AsLevels();

    // Terms that would be ignored are an error: a curve has no offset, and a test of curves has no clusters.
    private static void Check(ModelFrame frame, bool clusters)
    {
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
            throw new FormulaException(
                frame.Formula.Text, at.Position, "groups are named by terms joined with +; an interaction was found.");
        }
    }

    private ImmutableArray<int[]> Listed()
    {
        var counts = new int[Groups];
        foreach (int code in Codes)
        {
            counts[code]++;
        }

        int[][] members = Array.ConvertAll(counts, count => new int[count]);
        Array.Clear(counts);
        for (int row = 0; row < Codes.Length; row++)
        {
            int group = Codes[row];
            members[group][counts[group]++] = row;
        }

        return [.. members];
    }
}
