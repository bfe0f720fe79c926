using Microsoft.Data.Analysis;
using Microsoft.DotNet.Interactive.Formatting;
using SurvivalKit.Figures;
using SurvivalKit.Published;

namespace SurvivalKit.Notebooks;

/// <summary>Shows the library's types in a notebook: a fit as its table, a curve as its figure, a frame with its
/// types and row count.</summary>
/// <remarks>The package's extension calls <see cref="Register"/> when a notebook refers to it; no other code has to.</remarks>
public static class NotebookDisplay
{
    private const string Html = "text/html";
    private const string Svg = "image/svg+xml";
    private const string Text = "text/plain";

    /// <summary>Registers how each type is shown, as HTML (figures as SVG) and as plain text.</summary>
    public static void Register()
    {
        // Every result, unless its own type is named below; .NET Interactive shows the text only where it is asked for.
        Show<IResult>(result => result.ToHtml(), result => result.ToText());
        RegisterFrames();
        Show<AuditedClaim>(claim => Sentence(Words(claim)), Words);
        Show<Judgement>(judgement => Sentence(Words(judgement)), Words);
        Show<ValueRange>(range => Sentence(range.ToString()), range => range.ToString());
        Show<InteractiveChart>(ChartDisplay.Html, chart => chart.ToString() ?? "");
        ShowPicture<Figure>(figure => figure.ToSvg(), figure => figure.ToString());
        ShowPicture<KaplanMeierCurves>(Picture, curves => curves.ToString());
        ShowPicture<KaplanMeierCurve>(curve => KaplanMeierFigure.Draw(curve, Adaptive).ToSvg(), curve => curve.ToString());

        // Programs also read the verdicts of a notebook, so their JSON form is added to the table.
        ShowRecord<ClaimChecks>(ClaimChecks.MediaType);
        ShowRecord<StudyAudit>(StudyAudit.MediaType);
    }

    /// <summary>Registers how frames are shown, again where another extension has registered its own way since.</summary>
    public static void RegisterFrames() =>
        Show<DataFrame>(frame => Scrolling(new FramePreview(frame, 100)), frame => new FramePreview(frame).ToText());

    private static KaplanMeierFigureOptions Adaptive { get; } = new() { Theme = FigureTheme.Adaptive };

    private static string Picture(KaplanMeierCurves curves) => KaplanMeierFigure.Draw(curves, Adaptive).ToSvg();

    private static string Words(AuditedClaim claim) =>
        $"{claim.Claim.Id}, printed {claim.Claim.Printed}: {claim.Judgement.Verdict.ToName()}. {claim.Judgement.Explanation}";

    private static string Words(Judgement judgement) => $"{judgement.Verdict.ToName()}: {judgement.Explanation}";

    // A long table scrolls in both directions.
    private static string Scrolling(IResult result) => $"<div style=\"overflow:auto;max-height:22em\">{result.ToHtml()}</div>";

    private static string Sentence(string text) => "<p>" + HtmlText.Escape(text) + "</p>";

    private static void Show<T>(Func<T, string> html, Func<T, string> text)
    {
        Formatter.SetPreferredMimeTypesFor(typeof(T), Html, Text);
        Formatter.Register<T>((value, writer) => writer.Write(html(value)), Html);
        Formatter.Register<T>((value, writer) => writer.Write(text(value)), Text);
    }

    private static void ShowRecord<T>(string mediaType)
        where T : IResult
    {
        Formatter.SetPreferredMimeTypesFor(typeof(T), Html, Text, mediaType);
        Formatter.Register<T>((result, writer) => writer.Write(result.ToRecord().ToJson()), mediaType);
    }

    // A figure is plain SVG without HTML, so that it is visible where HTML is not shown, as on code hosting sites.
    private static void ShowPicture<T>(Func<T, string> svg, Func<T, string> text)
    {
        Formatter.SetPreferredMimeTypesFor(typeof(T), Svg, Text);
        Formatter.Register<T>((value, writer) => writer.Write(svg(value)), Svg);
        Formatter.Register<T>((value, writer) => writer.Write(text(value)), Text);
    }
}
