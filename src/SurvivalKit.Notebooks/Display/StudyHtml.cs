using System.Globalization;
using SurvivalKit.Published;

namespace SurvivalKit.Notebooks;

/// <summary>A study: what it is, its arms, and how many numbers of it are known from where.</summary>
internal static class StudyHtml
{
    public static string Of(Study study) =>
        $"<p><strong>{HtmlText.Escape(study.Title)}</strong><br>{HtmlText.Escape(study.Citation)}</p>" + Claims(study).ToHtml() + $"<p>{HtmlText.Escape(study.Synthetic)}</p>";

    public static string Text(Study study) => $"{study.Title}\n{study.Citation}\n\n{Claims(study).ToText()}\n\n{study.Synthetic}";

    private static TableModel Claims(Study study) => new(
        "",
        [new("Place", TableAlignment.Left), new("Claims")],
        study.Claims.GroupBy(claim => claim.Place).Select(place => new TableRow([place.Key, TableCell.Number(place.Count(), NumberKind.Count)])),
        string.Join("; ", study.Arms.Select(arm => string.Create(CultureInfo.InvariantCulture, $"{arm.Name}: {arm.N} patients"))) + ".");
}
