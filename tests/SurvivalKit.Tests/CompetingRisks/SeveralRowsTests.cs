using System.Globalization;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>Competing risks of subjects in several rows: rows that only cut a subject's time change nothing.</summary>
public sealed class SeveralRowsTests
{
    private static readonly DataFrame Whole = SurvivalData.ReadCsv(Repository.File("tests/Fixtures/data/competing.csv"));

    private static readonly DataFrame Cut = CutAt(5, 9);

    [Theory]
    [InlineData(null)]
    [InlineData("w")]
    public void Incidences_count_subjects(string? weights)
    {
        CumulativeIncidenceCurve one = CumulativeIncidence.Fit(Whole, "Surv(entry, exit, status) ~ 1", weights: weights, censored: "0")[0];
        CumulativeIncidenceCurve several =
            CumulativeIncidence.Fit(Cut, "Surv(entry, exit, status) ~ 1", weights: weights, id: "id", censored: "0")[0];

        Assert.True(Cut.Rows.Count > Whole.Rows.Count + 50);
        Assert.Equal(one.Observations, several.Observations);
        foreach (CauseIncidence cause in one.Causes)
        {
            Close.To(cause.Incidence[^1], several[cause.Cause].Incidence[^1], "incidence", 1e-12);
            Close.To(cause.StandardError[^1], several[cause.Cause].StandardError[^1], "error", 1e-9);
            Close.To(cause.TimeLost(20).StandardError, several[cause.Cause].TimeLost(20).StandardError, "time lost", 1e-9);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("w")]
    public void The_regression_is_that_of_subjects(string? weights)
    {
        FineGrayFit one = FineGray.Fit(Whole, "Surv(entry, exit, status) ~ x + z", "1", weights: weights, censored: "0");
        FineGrayFit several = FineGray.Fit(Cut, "Surv(entry, exit, status) ~ x + z", "1", weights: weights, id: "id", censored: "0");

        Assert.Equal((one.Observations, one.Events), (several.Observations, several.Events));
        Close.To(one["x"].Coefficient, several["x"].Coefficient, "coefficient", 1e-9);
        Close.To(one["z"].StandardError, several["z"].StandardError, "error", 1e-9);
        Close.To(one["z"].RobustStandardError!.Value, several["z"].RobustStandardError!.Value, "robust error", 1e-9);
    }

    private static DataFrame CutAt(params double[] cuts)
    {
        string[] names = ["entry", "exit", "status", "x", "z", "w", "id"];
        var rows = new List<double[]>();
        foreach (DataFrameRow row in Whole.Rows)
        {
            double[] values = [.. names.Select(name => Convert.ToDouble(row[name], CultureInfo.InvariantCulture))];
            foreach (double cut in cuts.Where(cut => values[0] < cut && cut < values[1]))
            {
                rows.Add([values[0], cut, 0, .. values[3..]]);
                values[0] = cut;
            }

            rows.Add(values);
        }

        return new DataFrame(names.Select((name, place) => new DoubleDataFrameColumn(name, rows.Select(row => row[place]))));
    }
}
