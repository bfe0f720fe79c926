using System.Globalization;
using System.Text;

namespace SurvivalKit.Published;

/// <summary>Names of columns of the cohort, made of printed labels: <c>Primary site, No. (%)</c> is <c>primary_site</c>.</summary>
internal sealed class DraftNames
{
    private const int Longest = 40;

    private readonly HashSet<string> _given = new(StringComparer.Ordinal);

    /// <summary>A name that no other column has.</summary>
    public string Make(string label)
    {
        var name = new StringBuilder();
        foreach (char c in label.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                name.Append(char.ToLowerInvariant(c));
            }
            else if (name.Length > 0 && name[^1] != '_' && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                name.Append('_');
            }
        }

        string made = name.ToString(0, Math.Min(name.Length, Longest)).Trim('_');
        made = made.Length == 0 || char.IsAsciiDigit(made[0]) ? "row_" + made : made;
        made = made.TrimEnd('_');
        string unique = made;
        for (int i = 2; !_given.Add(unique); i++)
        {
            unique = string.Create(CultureInfo.InvariantCulture, $"{made}_{i}");
        }

        return unique;
    }
}
