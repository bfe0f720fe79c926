using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>A formula's observations in time order by group: the input of every kind of curve.</summary>
/// <param name="Frame">The formula over the data.</param>
/// <param name="Names">The groups' names.</param>
/// <param name="Rows">The groups' observations.</param>
internal sealed record GroupedCurves(ModelFrame Frame, IReadOnlyList<string> Names, SampleRows[] Rows)
{
    public static GroupedCurves Read(
        DataFrame data,
        string formula,
        string? weights,
        string? cluster,
        bool? robust,
        bool joinNearTies,
        string? id = null,
        CauseRules? causes = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        // The errors of incidences are those of the jackknife, for which the rows of one subject are one unit.
        ModelFrame frame = ModelFrame.Build(data, FormulaCache.Get(formula), weights, cluster, id, causes);
        if (causes is not null)
        {
            SubjectRows.CheckEnds(frame.Response, frame.Values.Subjects);
        }

        Grouping groups = Grouping.ByAllTerms(frame);
        SurvivalSample sample = SurvivalSample.Make(
            frame.Response,
            joinNearTies,
            frame.Values.Weights,
            GroupCodes.OfPlaces(groups.Codes, groups.Groups),
            clusters: causes is not null && frame.Values.Clusters.Length == 0 ? frame.Values.Subjects : frame.Values.Clusters,
            robust: robust,
            subjects: frame.Values.Subjects,
            copies: frame.Values.Copies);
        return new GroupedCurves(frame, groups.Names, sample.ByGroup());
    }

    /// <summary>A curve for each group; computed in parallel where they are long, since they are independent.</summary>
    public TCurve[] Curves<TCurve>(Func<string, SampleRows, TCurve> curve)
    {
        var curves = new TCurve[Rows.Length];
        if (Frame.Response.Count < RowBlocks.SmallestSpan)
        {
            for (int i = 0; i < curves.Length; i++)
            {
                curves[i] = curve(Names[i], Rows[i]);
            }
        }
        else
        {
            Parallel.For(0, curves.Length, i => curves[i] = curve(Names[i], Rows[i]));
        }

        return curves;
    }
}
