using System.Net;

namespace SurvivalKit.Notebooks;

internal static class HtmlText
{
    public static string Escape(string text) => WebUtility.HtmlEncode(text);
}
