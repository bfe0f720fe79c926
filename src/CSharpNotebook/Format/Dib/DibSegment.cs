using System.Text;

namespace CSharpNotebook.Format.Dib;

/// <summary>A stretch of a <c>.dib</c> file: a line that names a kernel, and what follows up to the next such line.</summary>
/// <param name="Header">The line; empty for the text before the first one.</param>
/// <param name="Kernel">The name of the kernel.</param>
/// <param name="Line">The number of the line, counted from 1.</param>
/// <param name="Body">The text after it, without the line end before the next header.</param>
internal sealed record DibSegment(string Header, string Kernel, int Line, string Body)
{
    /// <summary>The body without the empty lines around it, which only set cells apart.</summary>
    public string Content
    {
        get
        {
            string[] lines = Body.Split('\n');
            int first = Array.FindIndex(lines, line => line.Length > 0);
            int last = Array.FindLastIndex(lines, line => line.Length > 0);
            return first < 0 ? "" : string.Join('\n', lines[first..(last + 1)]);
        }
    }

    /// <summary>Splits a text at the lines that name a kernel and nothing else.</summary>
    public static List<DibSegment> Split(string text, DibKernels kernels)
    {
        var segments = new List<DibSegment>();
        string header = "";
        string kernel = kernels.Default;
        int start = 0;
        string[] lines = text.Split('\n');
        for (int index = 0; index <= lines.Length; index++)
        {
            string? next = index < lines.Length ? kernels.Find(lines[index]) : null;
            if (next is null && index < lines.Length)
            {
                continue;
            }

            int body = header.Length > 0 ? start + 1 : start;
            segments.Add(new DibSegment(header, kernel, start + 1, string.Join('\n', lines[body..index])));
            if (next is not null)
            {
                (header, kernel, start) = (lines[index], next, index);
            }
        }

        return segments;
    }

    /// <summary>
    /// The text of several segments as one cell: all that the writer put between the empty lines that it adds.
    /// </summary>
    public static string Join(IReadOnlyList<DibSegment> segments)
    {
        var text = new StringBuilder(segments[0].Body);
        foreach (DibSegment segment in segments.Skip(1))
        {
            text.Append('\n').Append(segment.Header).Append('\n').Append(segment.Body);
        }

        string all = text.ToString();
        int start = all.StartsWith('\n') ? 1 : 0;
        int end = all.Length > start && all.EndsWith('\n') ? all.Length - 1 : all.Length;
        return all[start..end];
    }
}
