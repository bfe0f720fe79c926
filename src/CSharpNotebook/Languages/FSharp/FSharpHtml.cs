using System.Text;

namespace CSharpNotebook.Languages.FSharp;

/// <summary>
/// The module <c>Html</c> of .NET Interactive's F#: <c>div [_class "c"] [ str "text" ]</c>. It is compiled when a cell first names it, so
/// that no other cell waits for it.
/// </summary>
internal static class FSharpHtml
{
    private const string Tags =
        "a abbr article aside b blockquote br button caption code col colgroup dd details div dl dt em figcaption figure footer form "
        + "h1 h2 h3 h4 h5 h6 head header hr html i iframe img input label li link main mark meta nav ol option p pre script section "
        + "select small span strong style sub summary sup svg table tbody td textarea tfoot th thead title tr u ul video";

    private const string Attributes =
        "alt border checked class cols colspan content data disabled height href id lang name onclick rel rows rowspan scope src style "
        + "target title type value width";

    private const string Start = """
        module Html =
            open Microsoft.AspNetCore.Html
            open Microsoft.DotNet.Interactive.Formatting

            type HtmlAttribute = string * obj

            let str (text: string) : IHtmlContent = HtmlString(System.Net.WebUtility.HtmlEncode text)

            let object (value: obj) : IHtmlContent = str (string value)

            let private element (name: string) (attributes: HtmlAttribute list) (content: obj list) : IHtmlContent =
                let view = PocketView(name)
                for (key, value) in attributes do
                    view.HtmlAttributes.[key] <- value
                if not content.IsEmpty then
                    view.SetContent(List.toArray content)
                match name with
                | "br" | "col" | "hr" | "img" | "input" | "link" | "meta" ->
                    HtmlString((string view).Replace($"></{name}>", " />"))
                | _ -> view

        """;

    /// <summary>The module as F#.</summary>
    public static string Module
    {
        get
        {
            var text = new StringBuilder(Start).Append('\n');
            foreach (string tag in Tags.Split(' '))
            {
                text.Append("    let ").Append(tag).Append(" (attributes: HtmlAttribute list) (content: obj list) = element \"")
                    .Append(tag).Append("\" attributes content\n");
            }

            foreach (string attribute in Attributes.Split(' '))
            {
                text.Append("    let _").Append(attribute).Append(" (value: obj) : HtmlAttribute = (\"").Append(attribute)
                    .Append("\", value)\n");
            }

            return text.ToString();
        }
    }
}
