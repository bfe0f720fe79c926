using System.Globalization;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>Input, results and output do not depend on the culture of the machine.</summary>
public sealed class CultureTests
{
    [Theory]
    [InlineData("de-DE")]
    [InlineData("sv-SE")]
    [InlineData("ar-SA")]
    [InlineData("tr-TR")]
    public void A_culture_changes_nothing(string culture)
    {
        string expected = Everything();
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            // The test host may run without the data of cultures; these separators and signs make one that differs in any case.
            var other = (CultureInfo)CultureInfo.GetCultureInfo(culture).Clone();
            other.NumberFormat.NumberDecimalSeparator = ",";
            other.NumberFormat.NegativeSign = "minus ";
            CultureInfo.CurrentCulture = other;

            Assert.Equal(expected, Everything());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string Everything()
    {
        DataFrame data = CsvText.Read(
            "time,status,age,seen,Istanbul\n1.5,1,-60.25,2024-03-31,i\n2.25,0,70.5,2024-04-01,I\n3,1,55,2024-04-02,i\n3.5,1,81.125,NA,I\n5,0,44,NA,i\n");
        DataFrame lung = SampleData.Load("lung");
        string[] errors =
        [
            Assert.ThrowsAny<SurvivalDataException>(() => SurvivalFormula.Parse("Surv(time, status) ~ (age^2.5)^1.5.1")).Message,
            Assert.ThrowsAny<SurvivalDataException>(() => KaplanMeier.Fit(data, "Surv(age, time, status) ~ 1")).Message,
            Assert.ThrowsAny<SurvivalDataException>(() => Surv.Counting([-1.5], [-2.5], [true])).Message,
            Assert.ThrowsAny<SurvivalDataException>(() => KaplanMeier.Fit([1], [0.5])).Message,
            Assert.ThrowsAny<SurvivalDataException>(
                () => new SampleSummary(-1.5, -0.5, 3) is var bad ? TTest.Welch(bad, bad) : null).Message,
        ];
        return string.Join("\n\n", [
            .. errors,
            string.Join(" ", data.Columns.SelectMany(column => column.Cast<object?>())
                .Select(value => Convert.ToString(value, CultureInfo.InvariantCulture))),
            KaplanMeier.Fit(data, "Surv(time, status) ~ Istanbul").ToString(),
            KaplanMeier.Fit(lung, "Surv(time, status) ~ I(age / 2.5 > 24.5)").ToString(),
            LogRank.Test(lung, "Surv(time, status) ~ sex", new() { Rho = 0.5 }).ToString(),
            CoxModel.Fit(lung, "Surv(time, status) ~ age + I(-age / 7.5 + wt.loss) + sex").ToString(),
            RegressionTable.Build(CoxModel.Fit(lung, "Surv(time, status) ~ sex")).ToHtml(),
            BaselineTable.Build(
                lung, "sex", new() { Variables = ["age", "wt.loss", "factor(ph.ecog)", "I(age - 70.5)"] }).ToTable().ToLatex(),
            TTest.Welch([1.0, 2.5], [2.25, 7]).ToString(),
            Surv.Counting([0.5, -1.5], [1.5, 2], [true, false]).ToString(),
            PValue.Format(0.0421),
        ]);
    }
}
