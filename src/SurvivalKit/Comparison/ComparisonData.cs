using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>The observations that a comparison works on.</summary>
/// <param name="Formula">The formula, or an empty text.</param>
/// <param name="Response">The observations.</param>
/// <param name="Codes">The group of each observation, as its place among the names.</param>
/// <param name="Names">The groups.</param>
/// <param name="Strata">The stratum of each observation, from 0; empty: one stratum.</param>
/// <param name="StrataCount">The number of strata.</param>
/// <param name="Omitted">The number of rows left out because a value was missing.</param>
internal sealed record ComparisonData(
    string Formula, Surv Response, int[] Codes, ImmutableArray<string> Names, int[] Strata, int StrataCount, int Omitted)
{
    private string Where => Formula.Length == 0 ? "the data" : Formula;

    public static ComparisonData Of(DataFrame data, string formula)
    {
        ModelFrame frame = ModelFrame.Build(data, formula);
        Grouping groups = Grouping.WithinStrata(frame);
        DenseCodes strata = DenseCodes.Of(frame.Values.Strata);
        return new ComparisonData(formula, frame.Response, groups.Codes, groups.Names, strata.Codes, strata.Values.Length, frame.Omitted).Checked();
    }

    public static ComparisonData Of(Surv response, ReadOnlySpan<int> group, ReadOnlySpan<int> strata)
    {
        ArgumentNullException.ThrowIfNull(response);
        if (group.Length != response.Count || (!strata.IsEmpty && strata.Length != response.Count))
        {
            throw new SurvivalDataException(FormattableString.Invariant(
                $"The response has {response.Count} observations, the groups {group.Length} and the strata {strata.Length}; one each was expected."));
        }

        DenseCodes groups = DenseCodes.Of(group);
        DenseCodes ofStrata = DenseCodes.Of(strata);
        return new ComparisonData(
            "", response, groups.Codes, [.. groups.Values.Select(code => FormattableString.Invariant($"{code}"))], ofStrata.Codes, ofStrata.Values.Length, 0).Checked();
    }

    /// <summary>The observations of two of the groups alone.</summary>
    public ComparisonData OfTwoGroups(int first, int second)
    {
        var rows = new int[Codes.Length];
        int count = 0;
        for (int row = 0; row < Codes.Length; row++)
        {
            rows[count] = row;
            count += Codes[row] == first || Codes[row] == second ? 1 : 0;
        }

        Array.Resize(ref rows, count);
        int[] codes = Array.ConvertAll(rows, row => Codes[row] == first ? 0 : 1);
        int[] strata = Strata.Length == 0 ? [] : Array.ConvertAll(rows, row => Strata[row]);
        return this with { Response = ResponseOf(rows), Codes = codes, Names = [Names[first], Names[second]], Strata = strata };
    }

    /// <summary>How many observations each group has.</summary>
    public int[] GroupSizes()
    {
        var sizes = new int[Names.Length];
        foreach (int code in Codes)
        {
            sizes[code]++;
        }

        return sizes;
    }

    private Surv ResponseOf(int[] rows)
    {
        double[] time = Array.ConvertAll(rows, row => Response.Time[row]);
        bool[] isEvent = Array.ConvertAll(rows, row => Response.Event[row]);
        return Response.IsCounting ? Surv.Counting(Array.ConvertAll(rows, row => Response.Start[row]), time, isEvent) : Surv.Right(time, isEvent);
    }

    private ComparisonData Checked()
    {
        if (Response.Count == 0)
        {
            throw new SurvivalDataException("There are no observations; at least one was expected.");
        }

        if (Names.Length < 2)
        {
            throw new SurvivalDataException($"There is only one group ({string.Join("", Names)}) in {Where}; two or more were expected.");
        }

        return Response.EventArray.AsSpan().Contains(true)
            ? this
            : throw new SurvivalDataException($"No event was observed in {Where}; at least one was expected.");
    }
}
