using FsCheck.Fluent;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>Properties of regression tables of any study.</summary>
public sealed class RegressionTablePropertyTests
{
    [Fact]
    public void Numbers_are_those_of_the_fit_and_levels_share_out_its_rows() => Claim.HoldsWhereItApplies(
        from study in Cases.Tied
        from terms in Gen.Elements(
            "x + factor(g)", "factor(g) * x", "factor(g) * factor(z)", "factor(z) + ns(x, df = 2)", "x:factor(g)", "I(x > 0) + strata(g)")
        select (study, terms),
        theCase =>
        {
            Subject[] subjects = theCase.study.Subjects;
            var data = new DataFrame(
                new DoubleDataFrameColumn("t", subjects.Select(subject => (double)subject.Time)),
                new DoubleDataFrameColumn("s", subjects.Select(subject => subject.Event ? 1.0 : 0)),
                new DoubleDataFrameColumn("x", subjects.Select(subject => subject.X)),
                new DoubleDataFrameColumn("z", subjects.Select(subject => subject.Z)),
                new DoubleDataFrameColumn("g", subjects.Select(subject => (double)subject.Group)));
            if (subjects.Select(subject => subject.Z).Distinct().Count() < 2
                || subjects.Select(subject => subject.X > 0).Distinct().Count() < 2
                || subjects.Select(subject => subject.X).Distinct().Count() < 4)
            {
                return false;
            }

            CoxFit fit = CoxModel.Fit(data, "Surv(t, s) ~ " + theCase.terms);
            RegressionTable table = RegressionTable.Of(fit);
            RegressionCell[] cells = [.. table.Rows.Select(row => row.Cells[0]!)];

            Assert.Equal(
                fit.Terms.Where((_, column) => !theCase.terms.Contains("ns(", StringComparison.Ordinal)
                    || !fit.Terms[column].Name.StartsWith("ns(", StringComparison.Ordinal)),
                cells.Select(cell => cell.Term).OfType<CoxTerm>());
            foreach (IGrouping<string, RegressionRow> variable in table.Rows.GroupBy(row => row.Variable))
            {
                RegressionCell[] levels = [.. variable.Where(row => row.Kind == RegressionRowKind.Level).Select(row => row.Cells[0]!)];
                if (levels.Any(level => level.IsReference))
                {
                    Assert.Equal(fit.Observations, levels.Sum(level => level.Count));
                    Assert.Equal(fit.Events, levels.Sum(level => level.Events));
                }
            }

            foreach (RegressionRow row in table.Rows.Where(row => row is { Kind: RegressionRowKind.Level, Variable: "factor(g)" }))
            {
                Subject[] here = [.. subjects.Where(subject => FormattableString.Invariant($"{subject.Group}") == row.Level)];
                Assert.Equal(here.Length, row.Cells[0]!.Count);
                Assert.Equal(here.Count(subject => subject.Event), row.Cells[0]!.Events);
            }

            return true;
        },
        mostLeftOut: 0.2);
}
