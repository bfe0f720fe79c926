using Microsoft.Data.Analysis;

namespace SurvivalKit.Figures.Tests;

/// <summary>Small inputs that can be followed by hand, and larger ones that fill a page.</summary>
internal static class Cases
{
    /// <summary>Two groups of four: A has events at 1, 2 and 4 and is censored at 3; B has an event at 2 and is censored at 5, 6 and
    /// 6.</summary>
    public static KaplanMeierCurves Small { get; } = Fit(
        ("A", 1, 1), ("A", 2, 1), ("A", 3, 0), ("A", 4, 1),
        ("B", 2, 1), ("B", 5, 0), ("B", 6, 0), ("B", 6, 0));

    /// <summary>Two groups of four: A has a relapse at 1, a death at 2 and a relapse at 4 and is censored at 3; B has a relapse at 2 and is
    /// censored at 5, 6 and 6.</summary>
    public static DataFrame CompetingRows { get; } = new(
        new StringDataFrameColumn("arm", ["A", "A", "A", "A", "B", "B", "B", "B"]),
        new DoubleDataFrameColumn("time", [1, 2, 3, 4, 2, 5, 6, 6]),
        new FactorColumn(
            "cause", ["relapse", "death", "none", "relapse", "relapse", "none", "none", "none"], ["none", "relapse", "death"]));

    public static CumulativeIncidenceCurves Competing { get; } = CumulativeIncidence.Fit(CompetingRows, "Surv(time, cause) ~ arm");

    public static GrayTestResult GrayOfCompeting { get; } = GrayTest.Test(CompetingRows, "Surv(time, cause) ~ arm");

    public static KaplanMeierCurves Lung { get; } = KaplanMeier.Fit(SampleData.Load("lung"), "Surv(time, status) ~ sex");

    public static KaplanMeierCurves Fit(params IReadOnlyList<(string Arm, double Time, double Status)> rows) => KaplanMeier.Fit(
        new DataFrame(
            new StringDataFrameColumn("arm", rows.Select(r => r.Arm)),
            new DoubleDataFrameColumn("time", rows.Select(r => r.Time)),
            new DoubleDataFrameColumn("status", rows.Select(r => r.Status))),
        "Surv(time, status) ~ arm");

    /// <summary>A given number of groups of thirty, with labels of very different lengths.</summary>
    public static KaplanMeierCurves Groups(int groups)
    {
        var random = new Random(7);
        var rows = new List<(string, double, double)>();
        for (int g = 0; g < groups; g++)
        {
            string label = g % 4 == 3 ? $"{g + 1:00} Locally advanced or metastatic, previously treated" : $"{g + 1:00} Stratum";
            for (int i = 0; i < 30; i++)
            {
                double death = -Math.Log(1 - random.NextDouble()) * (8 + (3 * g)), censoring = 60 * random.NextDouble();
                rows.Add((label, 0.1 + Math.Round(Math.Min(death, censoring), 1), death <= censoring ? 1 : 0));
            }
        }

        return Fit(rows);
    }

    public static IReadOnlyList<ForestRow> Forest { get; } =
    [
        ForestRow.Heading("Treatment"),
        ForestRow.Reference("EP alone", 42, 30),
        new() { Label = "Atezolizumab + EP", Indent = 1, Count = 14, Events = 9, Estimates = [new(1.13, 0.56, 2.28, 0.72), new(
            1.55, 0.79, 3.01, 0.19)] },
        ForestRow.Heading("Neutrophil-to-lymphocyte ratio"),
        ForestRow.Reference("\u2264 3", 20, 10),
        new() { Label = "> 3", Indent = 1, Count = 36, Events = 29, Estimates = [new(2.58, 1.39, 4.72, 0.002), new(
            2.24, 1.14, 4.40, 0.02)] },
        new() { Label = "Brain metastasis", Count = 1, Events = 0, Estimates = [new(double.NaN, double.NaN, double.NaN), null] },
        new() { Label = "Ki-67 > 55%", Estimates = [new(0.4, 0.02, 19.5, 0.0004), null] },
    ];

    public static OncoprintData Oncoprint { get; } = new()
    {
        Samples = ["P1", "P2", "P3", "P4", "P5"],
        Alterations =
        [
            new("P5", "RB1", "Deletion"), new("P1", "TP53", "Missense"), new("P2", "TP53", "Truncating"), new("P5", "TP53", "Missense"),
            new("P5", "TP53", "Amplification"), new("P2", "MYC", "Amplification"), new("P4", "RB1", "Missense"), new(
                "P4", "RB1", "Missense"),
        ],
        Burden = new Dictionary<string, double> { ["P1"] = 4.2, ["P2"] = 11, ["P4"] = 92.5, ["P5"] = 0 },
        Tracks = [new("MSI", new Dictionary<string, string> { ["P1"] = "Stable", ["P2"] = "Stable", ["P4"] = "High", ["P5"] = "" })],
    };

    /// <summary>Figures of every type, in every relevant width and theme.</summary>
    public static IReadOnlyList<(string Name, Figure Figure)> All { get; } = [.. Draw()];

    private static IEnumerable<(string Name, Figure Figure)> Draw()
    {
        KaplanMeierCurves twelve = Groups(12);
        foreach (double width in new[] { FigureWidth.SingleColumn, FigureWidth.DoubleColumn })
        {
            foreach (RiskTableContent table in Enum.GetValues<RiskTableContent>())
            {
                foreach (KaplanMeierLegend legend in Enum.GetValues<KaplanMeierLegend>())
                {
                    KaplanMeierFigureOptions options = new()
                    {
                        Width = width,
                        RiskTable = table,
                        Legend = legend,
                        TimeUnit = "months",
                        Notes = ["A note inside the plot"],
                        MedianLines = true
                    };
                    yield return ($"small {width} {table} {legend}", KaplanMeierFigure.Draw(Small, options));
                    yield return ($"twelve {width} {table} {legend}", KaplanMeierFigure.Draw(twelve, options));
                }
            }

            foreach (RiskTableContent table in Enum.GetValues<RiskTableContent>())
            {
                CumulativeIncidenceFigureOptions options = new()
                {
                    Width = width,
                    RiskTable = table,
                    Gray = GrayOfCompeting,
                    Notes = ["A note inside the plot"],
                    CauseLabels = ["Relapse of the disease under treatment", "Death"],
                };
                yield return ($"incidence {width} {table}", CumulativeIncidenceFigure.Draw(Competing, options));
                yield return ($"incidence panels {width} {table}", CumulativeIncidenceFigure.Draw(
                    Competing, options with { Panels = true, Title = "Incidences", Percent = true, TimeUnit = "months" }));
                yield return ($"incidence of one group {width} {table}", CumulativeIncidenceFigure.Draw(
                    Competing["A"], options with { Gray = null }));
            }

            yield return ($"lung {width}", KaplanMeierFigure.Draw(Lung, new()
            {
                Width = width,
                TimeUnit = "days",
                Percent = true,
                CumulativeIncidence = true,
                Title = "A title that is long enough to need a second line where the figure is narrow"
            }));
            yield return ($"forest {width}", ForestFigure.Draw(
                Forest.Select(r => r with { Estimates = [.. r.Estimates.Take(1)] }),
                new() { Width = width, FavoursLower = "Favours atezolizumab", FavoursUpper = "Favours EP alone" }));
            yield return (
                $"oncoprint {width}",
                OncoprintFigure.Draw(Oncoprint, new() { Width = width, Footnote = "TMB: tumour mutational burden." }));
        }

        yield return (
            "forest panels", ForestFigure.Draw(Forest, new() { Panels = ["Univariate", "Multivariate"], Theme = FigureTheme.Adaptive }));
        yield return ("panels", FigurePanels.Arrange([KaplanMeierFigure.Draw(Small, new() { Width = 85 }), KaplanMeierFigure.Draw(
            Small, new() { Width = 85, CumulativeIncidence = true })], 2));
    }
}
