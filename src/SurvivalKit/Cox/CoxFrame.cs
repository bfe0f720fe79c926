using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Coefficients as a frame; what is not estimable is missing in it.</summary>
internal static class CoxFrame
{
    public static DataFrame Of(IReadOnlyList<CoxTerm> terms) =>
        new(
        [
            new StringDataFrameColumn("term", terms.Select(term => term.Name)),
            FrameColumn.Of("coef", terms.Select(term => term.Coefficient)),
            FrameColumn.Of("se", terms.Select(term => term.StandardError)),
            .. terms.Any(term => term.RobustStandardError is not null) ? [FrameColumn.Of("robust_se", terms.Select(term => term.RobustStandardError!.Value))] : Array.Empty<DataFrameColumn>(),
            FrameColumn.Of("z", terms.Select(term => term.Z)),
            FrameColumn.Of("p", terms.Select(term => term.P)),
            FrameColumn.Of("hazard_ratio", terms.Select(term => term.HazardRatio)),
            FrameColumn.Of("lower", terms.Select(term => term.Lower)),
            FrameColumn.Of("upper", terms.Select(term => term.Upper)),
        ]);
}
