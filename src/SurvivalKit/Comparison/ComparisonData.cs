using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>The observations that a comparison works on, with the names of their groups.</summary>
/// <param name="Formula">The formula, or an empty text.</param>
/// <param name="Sample">The observations, with their groups and strata.</param>
/// <param name="Names">The groups.</param>
/// <param name="Omitted">The number of rows left out because a value was missing.</param>
internal sealed record ComparisonData(string Formula, SurvivalSample Sample, ImmutableArray<string> Names, int Omitted)
{
    /// <summary>What to know of the data before the numbers are used.</summary>
    public ImmutableArray<string> Cautions { get; init; } = [];

    private string Where => Formula.Length == 0 ? "the data" : Formula;

    public static ComparisonData Read(DataFrame data, string formula, bool joinNearTies)
    {
        ModelFrame frame = ModelFrame.Build(data, formula);
        Grouping groups = Grouping.WithinStrata(frame);
        SurvivalSample sample = SurvivalSample.Make(
            frame.Response,
            joinNearTies,
            groups: GroupCodes.OfPlaces(groups.Codes, groups.Groups),
            strata: GroupCodes.FromNumbers(frame.Values.Strata),
            copies: frame.Values.Copies);
        return new ComparisonData(formula, sample, groups.Names, frame.Omitted) { Cautions = frame.Cautions }.Checked();
    }

    public static ComparisonData Read(Surv response, ReadOnlySpan<int> group, ReadOnlySpan<int> strata, bool joinNearTies)
    {
        ArgumentNullException.ThrowIfNull(response);
        if (group.Length != response.Count)
        {
            throw new SurvivalDataException(FormattableString.Invariant(
                $"There {(group.Length == 1 ? "is" : "are")} {NumberText.Count(group.Length, "group")} for {NumberText.Count(response.Count, "observation")}; one each was expected."));
        }

        SurvivalSample sample = SurvivalSample.Make(
            response, joinNearTies, groups: GroupCodes.FromNumbers(group), strata: GroupCodes.FromNumbers(strata));
        string[] names = Array.ConvertAll(sample.Groups.Values, code => FormattableString.Invariant($"{code}"));
        return new ComparisonData("", sample, [.. names], 0).Checked();
    }

    /// <summary>The observations of two of the groups alone.</summary>
    public ComparisonData OfTwoGroups(int first, int second) =>
        this with { Sample = Sample.OfTwoGroups(first, second), Names = [Names[first], Names[second]] };

    /// <summary>How many observations each group has.</summary>
    public int[] GroupSizes()
    {
        var sizes = new int[Names.Length];
        for (int row = 0; row < Sample.Count; row++)
        {
            sizes[Sample.Groups.Codes[row]] += Sample.Copies.Length == 0 ? 1 : Sample.Copies[row];
        }

        return sizes;
    }

    private ComparisonData Checked()
    {
        if (Names.Length < 2)
        {
            throw new SurvivalDataException($"There is only one group ({string.Join("", Names)}) in {Where}; two or more were expected.");
        }

        return Sample.Event.AsSpan().Contains(true)
            ? this
            : throw new SurvivalDataException($"No event was observed in {Where}; at least one was expected."
                + string.Concat(Cautions.Select(caution => " " + caution)));
    }
}
