using System.Text.Json;
using System.Xml.Linq;

namespace SurvivalKit.Published.Tests;

/// <summary>Every public result about published numbers, in every format.</summary>
public sealed class ResultContractTests
{
    private static readonly Lazy<SynthesisResult> Search =
        new(() => CohortSynthesizer.Run(Samples.Invented, new() { Starts = 1, Steps = 1 }));

    private static readonly Dictionary<Type, Func<IResult>> All = new Func<IResult>[]
    {
        () => Samples.Paper,
        () => StudyAudit.Run(Samples.Paper),
        () => StudyAudit.Run(Samples.Paper).Only(Verdict.Inconsistent),
        () => StudyMeasures.Compute(Samples.Invented, Search.Value.Cohort),
        () => Search.Value,
        () => StudyDraft.Read(BreadTrial.Text),
        () => new StudyReview(BreadTrial.Draft),
        () => Reproduction.Assemble(
            StudyAudit.Run(Samples.Paper),
            [
                new("a.ipynb", TimeSpan.FromSeconds(1.5), null),
                new("b.ipynb", TimeSpan.Zero, new("b.ipynb: cell 2, line 3: Error: no", 2, 3, "Error", "no")),
            ],
            [],
            RecordedVerdicts.Record(StudyAudit.Run(Samples.Invented))),
        () => Search.Value.Cohort,
        () => PrintedText.Check("HR 2.39, 95% CI, 1.29-4.41, P = .005; of 56 patients 36 (63.0%) were men"),
        () => SurvivalKit.TextCheck.TextCheck.Run("HR 2.39, 95% CI, 1.29-4.41, P = .005; of 56 patients 36 (63.0%) were men"),
        () => SurvivalKit.TextCheck.TextCheck.Run("Of 56 patients 36 (63.0%) were men.").Integrity,
        () => new BaselineBalance(
            "Table 1", [new("Age", "Student's t test", new ValueRange(.2, .3)), new("Men", "chi-square test", new(.6, .7))]),
        () => PrintedCountTests.Test([(8, 14), (10, 42)], PrintedPValue.TryParse(".04", out PrintedPValue? p) ? p : null),
    }.ToDictionary(sample => sample().GetType());

    public static TheoryData<string> Results =>
    [
        .. new[] { typeof(Study).Assembly, typeof(PrintedText).Assembly }.SelectMany(assembly => assembly.GetExportedTypes())
            .Where(type => typeof(IResult).IsAssignableFrom(type)).Select(type => type.Name),
    ];

    [Theory]
    [MemberData(nameof(Results))]
    public void Is_written_in_every_format(string name)
    {
        IResult result = Assert.Single(All, sample => sample.Key.Name == name).Value();
        string html = XElement.Parse("<div>" + result.ToHtml().Replace("<br>", "<br/>", StringComparison.Ordinal) + "</div>").Value;

        Assert.Equal(result.ToText(), result.ToString());
        string[] sentences =
        [
            .. result.ToTables().SelectMany(table => table.Lead.Concat(table.Cautions).Concat(table.Notes.Select(note => note.Text))),
        ];
        Assert.All(sentences, sentence =>
        {
            Assert.Contains(sentence, result.ToText(), StringComparison.Ordinal);
            Assert.Contains(sentence, html, StringComparison.Ordinal);
        });
        Assert.Equal(result.ToLatex().Count(c => c == '{'), result.ToLatex().Count(c => c == '}'));
        Assert.NotEmpty(result.ToMarkdown());
        Assert.NotEmpty(JsonDocument.Parse(result.Write(ResultFormat.Json)).RootElement.EnumerateObject());
        Assert.StartsWith(
            string.Join(",", result.ToDataFrame().Columns.Select(column => column.Name)), result.ToCsv(), StringComparison.Ordinal);
    }
}
