using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>A formula's observations in time order by group: what every kind of curve starts from.</summary>
/// <param name="Frame">The formula over the data.</param>
/// <param name="Names">The groups' names.</param>
/// <param name="Rows">The groups' observations.</param>
internal sealed record GroupedCurves(ModelFrame Frame, IReadOnlyList<string> Names, CurveRows[] Rows)
{
    public static GroupedCurves Of(DataFrame data, string formula, string? weights, string? cluster, bool? robust, bool joinNearTies)
    {
        // A row whose cluster is missing is left out like any other incomplete row, so the formula has to know.
        SurvivalFormula parsed = SurvivalFormula.Parse(formula);
        ModelFrame frame = ModelFrame.Build(data, cluster is null ? parsed : SurvivalFormula.Parse($"{formula} + cluster({SurvivalFormula.Quote(cluster)})"), weights);
        Grouping groups = Grouping.ByAllTerms(frame);
        CurveData observations = CurveData.Of(frame.Response, frame.Values.Weights, ClusterCodes.Of(data, frame), robust, joinNearTies);
        return new GroupedCurves(frame, groups.Names, CurveRows.ByGroup(observations, groups.Codes, groups.Names.Length));
    }

    /// <summary>A curve for each group; several at once where they are long. None depends on another.</summary>
    public TCurve[] Curves<TCurve>(Func<string, CurveRows, TCurve> curve)
    {
        var curves = new TCurve[Rows.Length];
        if (Frame.Response.Count < Blocks.Smallest)
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
