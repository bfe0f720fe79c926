using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Coefficients as a frame; coefficients that are not estimable are missing.</summary>
internal static class CoxFrame
{
    public static DataFrame Build(IReadOnlyList<CoxTerm> terms) =>
        new(
        [
            new StringDataFrameColumn("term", terms.Select(term => term.Name)),
            FrameColumn.Numbers("coef", terms.Select(term => term.Coefficient)),
            FrameColumn.Numbers("se", terms.Select(term => term.StandardError)),
            .. terms.Any(term => term.RobustStandardError is not null)
                ? [FrameColumn.Numbers("robust_se", terms.Select(term => term.RobustStandardError!.Value))]
                : Array.Empty<DataFrameColumn>(),
            FrameColumn.Numbers("z", terms.Select(term => term.Z)),
            FrameColumn.Numbers("p", terms.Select(term => term.P)),
            FrameColumn.Numbers("hazard_ratio", terms.Select(term => term.HazardRatio)),
            FrameColumn.Numbers("lower", terms.Select(term => term.Lower)),
            FrameColumn.Numbers("upper", terms.Select(term => term.Upper)),
        ]);
}
