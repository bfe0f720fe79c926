using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CSharpNotebook.Format;

/// <summary>
/// Gives every cell a unique id. Ids that are missing (nbformat before 4.5), malformed or already used are made from the cell's
/// place and text, so that reading the same file twice gives the same ids.
/// </summary>
internal static class CellIds
{
    private const int MaximumLength = 64;

    public static ImmutableArray<NotebookCell> Complete(IEnumerable<NotebookCell> cells)
    {
        NotebookCell[] all = [.. cells];
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var missing = new List<int>();
        for (int index = 0; index < all.Length; index++)
        {
            if (!IsValid(all[index].Id) || !taken.Add(all[index].Id))
            {
                missing.Add(index);
            }
        }
        foreach (int index in missing)
        {
            string id;
            for (int attempt = 0; !taken.Add(id = Make(index, attempt, all[index].Source)); attempt++)
            {
            }
            all[index] = all[index] with { Id = id };
        }
        return ImmutableArray.Create(all);
    }

    private static bool IsValid(string id) =>
        id.Length is > 0 and <= MaximumLength && id.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_');

    private static string Make(int index, int attempt, string source)
    {
        string seed = string.Create(CultureInfo.InvariantCulture, $"{index}\n{attempt}\n{source}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(seed)).AsSpan(0, 4));
    }
}
