using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>Tables in all their forms.</summary>
public sealed class TableSnapshotTests
{
    private static readonly Dictionary<string, Func<IResult>> Tables = new()
    {
        ["awkward"] = () => new TableModel(
            "AT&T <b> | 5% of_all",
            [new("Name & <kind>", TableAlignment.Left), new("100% | `x_1`", TableAlignment.Centre), new("n")],
            [
                new(["a & b < c | d_e %", "x", "1"]),
                new(["[x] *star* ~ ^ \\ { } $ #", "\"quoted\", yes", "−1.5"], 0),
                new(["level ≥ 3 – 5 ±", "", "12"], 1),
            ],
            "* P < .05 & more_than 5%"),
        ["baseline"] = () => BaselineTable.Build(
            SampleData.Load("lung"),
            "sex",
            new()
            {
                Variables = ["age", "age >= 65", "factor(ph.ecog)", "wt.loss", "meal.cal"],
                Labels = new Dictionary<string, string>
                {
                    ["age"] = "Age, years",
                    ["age >= 65"] = "Aged 65 or older",
                    ["factor(ph.ecog)"] = "ECOG status"
                }
            }).ToTable("Patients by sex"),
        ["baseline-median"] = () => BaselineTable.Build(
            SampleData.Load("veteran"),
            "celltype",
            new()
            {
                Variables = ["karno", "trt", "prior"],
                Measurement =
                "{median} ({p25}–{p75})",
                Category = "{n}/{N} ({p}%)",
                Decimals = 0,
                Overall = false,
                Test = BaselineTest.None
            }),
        ["baseline-sparse"] = () => BaselineTable.Build(
            CsvText.Read("arm,lab,flag,kind,only\nA,1.5,1,x,NA\nA,NA,0,x,NA\nB,NA,NA,y,NA\nB,NA,1,NA,NA\nNA,3,1,x,5\n"), "arm"),
        ["regression"] = () => RegressionTable.Build(
            CoxModel.Fit(SampleData.Load("lung"), "Surv(time, status) ~ age + factor(sex) + ph.ecog"),
            new Dictionary<string, string> { ["factor(sex)2"] = "Women v. men" }),
        ["regression-models"] = () => RegressionTable.Build([
            ("Univariate", CoxModel.Fit(SampleData.Load("lung"), "Surv(time, status) ~ age")),
            ("Univariate", CoxModel.Fit(SampleData.Load("lung"), "Surv(time, status) ~ ph.ecog")),
            ("Multivariate", CoxModel.Fit(SampleData.Load("lung"), "Surv(time, status) ~ age + ph.ecog + sex")),
        ]),
        ["regression-variables"] = () => RegressionTable.Of(
            CoxModel.Fit(SampleData.Load("veteran"), "Surv(time, status) ~ celltype * karno + factor(trt) + ns(age, df = 3)"),
            new()
            {
                Labels = new Dictionary<string, string> { ["karno"] = "Karnofsky score", ["trt"] = "Arm", ["factor(trt)2"] = "Test" },
            }),
        ["regression-univariate"] = () => Univariate("Surv(time, status) ~ age + factor(sex) + factor(ph.ecog) + wt.loss + strata(inst)"),
        ["regression-separated"] = () => RegressionTable.Of(SummarySnapshotTests.Small("x + y + I(2 * y)"), new() { Title = "Separated" }),
        ["regression-troubled"] = () => RegressionTable.Build([
            ("Separated", SummarySnapshotTests.Small("x + y")),
            ("Singular", SummarySnapshotTests.Small("y + I(2 * y)")),
            ("Tiny units", CoxModel.Fit(SampleData.Load("lung"), "Surv(time, status) ~ I(age * 1e-6)")),
        ]),
    };

    public static TheoryData<string, string> Forms =>
        [.. Tables.Keys.SelectMany(
            _ => new[] { "txt", "md", "html", "tex", "csv" }, (name, form) => new TheoryDataRow<string, string>(name, form))];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Is_written_as_it_was(string name, string form)
    {
        IResult table = Tables[name]();
        Snapshot.Matches($"{name}.{form}", form switch
        {
            "txt" => table.ToText(),
            "md" => table.ToMarkdown(),
            "html" => table.ToHtml(),
            "tex" => table.ToLatex(),
            _ => table.ToCsv(),
        });
    }

    private static RegressionTable Univariate(string formula)
    {
        DataFrame lung = SampleData.Load("lung");
        CoxFit fit = CoxModel.Fit(lung, formula);
        return RegressionTable.Of(
            [.. fit.UnivariateFormulas().Select(one => ("Univariate", CoxModel.Fit(lung, one))), ("Multivariate", fit)],
            new() { Title = "Lung cancer", Decimals = 3 });
    }

    [Fact]
    public void A_printed_table_as_a_frame_has_its_texts_and_its_numbers_with_all_digits()
    {
        DataFrame frame = Tables["baseline"]().ToDataFrame();

        Assert.Equal(["Characteristic", "All (N = 228)", "1 (N = 138)", "2 (N = 90)", "P"], frame.Columns.Select(column => column.Name));
        Assert.Equal("Age, years", frame["Characteristic"][0]);
        Close.To(TTest.Welch(Ages(1), Ages(2)).P, (double)frame["P"][0], "P of age");

        static SampleSummary Ages(int sex)
        {
            DataFrame lung = SampleData.Load("lung");
            return SampleSummary.Summarize([.. Enumerable.Range(0, (int)lung.Rows.Count)
                .Where(row => Convert.ToInt32(lung["sex"][row], System.Globalization.CultureInfo.InvariantCulture) == sex)
                .Select(row => Convert.ToDouble(lung["age"][row], System.Globalization.CultureInfo.InvariantCulture))]);
        }
    }

    [Fact]
    public void A_row_that_has_not_one_cell_a_column_is_refused() =>
        Assert.Throws<ArgumentException>(() => new TableModel("", [new("a"), new("b")], [new(["1"])]));

    [Fact]
    public void A_regression_table_of_no_model_is_refused() =>
        Assert.Throws<SurvivalDataException>(() => RegressionTable.Build([]));
}
