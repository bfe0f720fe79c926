using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Coefficients as a frame; what is not estimable is missing in it.</summary>
internal static class CoxFrame
{
    public static DataFrame Of(IReadOnlyList<CoxTerm> terms)
    {
        DataFrameColumn[] robust = terms.Any(term => term.RobustStandardError is not null) ? [Column("robust_se", term => term.RobustStandardError!.Value)] : [];
        return new DataFrame(
        [
            new StringDataFrameColumn("term", terms.Select(term => term.Name)),
            Column("coef", term => term.Coefficient),
            Column("se", term => term.StandardError),
            .. robust,
            Column("z", term => term.Z),
            Column("p", term => term.P),
            Column("hazard_ratio", term => term.HazardRatio),
            Column("lower", term => term.Lower),
            Column("upper", term => term.Upper),
        ]);

        DoubleDataFrameColumn Column(string name, Func<CoxTerm, double> of) =>
            new(name, terms.Select(of).Select(value => double.IsNaN(value) ? (double?)null : value));
    }
}
