using System.Text.RegularExpressions;

namespace SurvivalKit.Published;

/// <summary>
/// The place of each paragraph by the headings above it. A heading that papers give one of their parts changes the place; any other is of
/// a subsection. Within an abstract its own parts have the names of those of the paper: the abstract ends where a name comes again, or
/// with an introduction behind text.
/// </summary>
internal sealed partial class PaperPlaces
{
    public const string Title = "title";
    public const string Abstract = "abstract";
    public const string GraphicalAbstract = "graphical-abstract";
    public const string Introduction = "introduction";
    public const string Methods = "methods";
    public const string Results = "text";
    public const string Discussion = "discussion";
    public const string Other = "other";

    private static readonly (Regex Name, string Place)[] Known =
    [
        (GraphicalName(), GraphicalAbstract),
        (AbstractName(), Abstract),
        (IntroductionName(), Introduction),
        (MethodsName(), Methods),
        (ResultsName(), Results),
        (DiscussionName(), Discussion),
        (OtherName(), Other),
    ];

    private readonly HashSet<string> _inAbstract = new(StringComparer.Ordinal);
    private bool _hasText;

    /// <summary>The place of what follows.</summary>
    public string Current { get; private set; } = Title;

    /// <summary>The name of the section.</summary>
    public string Section { get; private set; } = "";

    /// <summary>Goes on behind a heading.</summary>
    public void Enter(string heading)
    {
        string clean = Number().Replace(heading.Trim(' ', '#', '*', '.', ':'), "");
        string? place = Known.FirstOrDefault(known => known.Name.IsMatch(clean)).Place;
        if (place is null)
        {
            return;
        }

        bool isPart = Current == Abstract && place is not (Abstract or GraphicalAbstract or Other)
            && _inAbstract.Add(place) && !(place == Introduction && _hasText);
        if (!isPart)
        {
            (Current, Section, _hasText) = (place, clean, false);
            _inAbstract.Clear();
        }
    }

    /// <summary>Goes on behind a heading that names the whole path of sections: <c>BODY.RESULTS.EFFICACY.</c>.</summary>
    public bool EnterPath(string line)
    {
        Match path = Path().Match(line);
        if (!path.Success)
        {
            return false;
        }

        string[] parts = path.Value.Split(['.', ':'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        (string place, string section) = parts[0] switch
        {
            "TITLE" => (Title, ""),
            "ABSTRACT" => (Abstract, "Abstract"),
            _ => parts.Skip(1).Select(part => (Known.FirstOrDefault(known => known.Name.IsMatch(part)).Place ?? "", part))
                .FirstOrDefault(found => found.Item1.Length > 0, (Other, "")),
        };
        (Current, Section, _hasText) = (place, Sentence(section), false);
        return true;
    }

    /// <summary>Says that text stands below the heading.</summary>
    public void HasText() => _hasText = true;

    private static string Sentence(string upper) =>
        upper.Length > 1 ? upper[..1] + upper[1..].ToLowerInvariant() : upper;

    [GeneratedRegex(@"^(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,4})\.?\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"^(?:TITLE|ABSTRACT|BODY)(?:[.:][^.:\n]*)*[.:](?=\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Path();

    [GeneratedRegex(@"^(?:graphical|visual)\s+abstract", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex GraphicalName();

    [GeneratedRegex(@"^(?:structured\s+)?(?:abstract|summary)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AbstractName();

    [GeneratedRegex(@"^(?:introduction|background|objectives?|purpose|aims?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex IntroductionName();

    [GeneratedRegex(
        @"^(?:(?:materials?|patients?|subjects|participants)\s+and\s+methods|methods?|study\s+design|statistical\s+(?:analys[ie]s|methods))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MethodsName();

    [GeneratedRegex(@"^(?:results?|findings)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ResultsName();

    [GeneratedRegex(@"^discussion", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DiscussionName();

    [GeneratedRegex(
        @"^(?:conclusions?|interpretation|references|bibliography|acknowledge?ments?|funding|author|conflict|competing|data\s+availability|supplement|appendix|key\s?words|implications|lessons|what\s+|significance|abbreviations|trial\s+registration|disclosures?|ethics)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OtherName();
}
