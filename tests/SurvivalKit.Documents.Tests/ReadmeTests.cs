using System.Text.RegularExpressions;
using SurvivalKit.TextCheck;

namespace SurvivalKit.Documents.Tests;

/// <summary>The code that the readme of SurvivalKit.Documents shows, run as it stands there.</summary>
public sealed partial class ReadmeTests
{
    [Fact]
    public void The_code_of_the_README_runs()
    {
        // What the readme shows, line for line; a change there has to be made here too.
        const string Shown = """
            using SurvivalKit.Documents;
            using SurvivalKit.TextCheck;

            DocumentText paper = DocumentText.FromPdf(File.ReadAllBytes("paper.pdf"));
            Console.WriteLine(TextCheck.Run(paper.Html).Findings.ByGravity());
            """;
        Assert.Equal(Lines(Shown), Lines(CodeBlock().Match(File.ReadAllText(ReadmePath())).Groups["code"].Value));

        string directory = Directory.CreateTempSubdirectory("survivalkit-readme-").FullName;
        try
        {
            string file = Path.Combine(directory, "paper.pdf");
            using (var pages = new PdfPages())
            {
                File.WriteAllBytes(file, pages.Lines(60, 760, 14, "The hazard ratio was 0.82 (95% CI, 0.54 to 0.96).").Write());
            }

            DocumentText paper = DocumentText.FromPdf(File.ReadAllBytes(file));
            Assert.Equal(Verdict.Inconsistent, TextCheck.TextCheck.Run(paper.Html).Findings.ByGravity()[0].Judgement.Verdict);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    [Fact]
    public void The_report_of_the_README_is_written()
    {
        // What the readme shows, line for line; a change there has to be made here too.
        const string Shown = """
            using SurvivalKit;
            using SurvivalKit.Documents;

            var lung = SurvivalData.ReadCsv("lung.csv");
            new WordReport("Advanced lung cancer")
                .Heading("Survival")
                .Add(KaplanMeier.Fit(lung, "Surv(time, status) ~ sex"))
                .Add(new WordPicture(File.ReadAllBytes("curves.png")) { Caption = "Survival by sex" })
                .Heading("Regression")
                .Add(CoxModel.Fit(lung, "Surv(time, status) ~ age + sex"))
                .Save("report.docx");
            """;
        Assert.Equal(Lines(Shown), Lines(CodeBlock().Matches(File.ReadAllText(ReadmePath()))[1].Groups["code"].Value));

        string directory = Directory.CreateTempSubdirectory("survivalkit-readme-").FullName;
        try
        {
            var lung = SurvivalData.ReadCsv(Samples.Path("lung.csv"));
            string file = Path.Combine(directory, "report.docx");
            new WordReport("Advanced lung cancer")
                .Heading("Survival")
                .Add(KaplanMeier.Fit(lung, "Surv(time, status) ~ sex"))
                .Add(new WordPicture(Samples.Png) { Caption = "Survival by sex" })
                .Heading("Regression")
                .Add(CoxModel.Fit(lung, "Surv(time, status) ~ age + sex"))
                .Save(file);
            string html = DocumentText.FromWord(File.ReadAllBytes(file)).Html;
            Assert.Contains("<h1>Advanced lung cancer</h1>\n<h1>Survival</h1>", html, StringComparison.Ordinal);
            Assert.Contains("<p>Figure&#160;1. Survival by sex</p>", html, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static string[] Lines(string text) => [.. text.ReplaceLineEndings("\n").Trim().Split('\n').Select(line => line.TrimEnd())];

    private static string ReadmePath()
    {
        for (string? folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "SurvivalKit.slnx")))
            {
                return Path.Combine(folder, "src", "SurvivalKit.Documents", "README.md");
            }
        }

        throw new FileNotFoundException("The tests stand in no folder of SurvivalKit.slnx.");
    }

    [GeneratedRegex("```csharp\\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex CodeBlock();
}
