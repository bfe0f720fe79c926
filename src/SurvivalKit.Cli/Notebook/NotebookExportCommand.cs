using System.CommandLine;
using CSharpNotebook.Export;
using CSharpNotebook.Format;

namespace SurvivalKit.Cli;

/// <summary><c>survkit notebook export FILE... --to html|markdown|script|dib|ipynb</c>: notebooks for readers without a notebook program,
/// or for another one; runs nothing.</summary>
internal static class NotebookExportCommand
{
    private enum Form
    {
        Html,
        Markdown,
        Script,
        Dib,
        Ipynb,
    }

    public static Command Create(CliStreams streams)
    {
        Argument<string[]> files = NotebookFiles.Argument();
        ChoiceOption<Form> form = new(
            "--to",
            "html: one page that works offline. markdown: text with pictures. script: a C# file for \"dotnet run\". dib: for Polyglot Notebooks, without outputs. ipynb: for Jupyter.",
            "html",
            ("html", Form.Html),
            ("markdown", Form.Markdown),
            ("script", Form.Script),
            ("dib", Form.Dib),
            ("ipynb", Form.Ipynb));
        Option<string?> output = new("--out", "-o")
        {
            Description =
                "The file, or for several notebooks the folder, into which it goes; - prints. Default: beside the notebook, with the ending .html, .md, .cs, .dib or .ipynb.",
            HelpName = "PATH",
        };
        Option<bool> embed = new("--embed")
        {
            Description = "With --to markdown: puts pictures into the page as data URIs instead of files in a folder beside it."
        };
        Option<bool> noCode = new("--no-code") { Description = "With --to html: shows text and outputs only." };
        var command = new Command(
            "export",
            "Writes notebooks as HTML or Markdown, with their stored outputs, as C#, or in another format of notebooks; a C# file (.cs) for \"dotnet run\" becomes a notebook too. Runs nothing.")
        {
            files, form, output, embed, noCode,
        };
        command.WithExamples(
            "survkit notebook export notebooks/paper/04-figure-1.ipynb --to html",
            "survkit notebook export notebooks/paper/*.ipynb --to markdown --out pages",
            "survkit notebook export analysis.ipynb --to script --out analysis.cs",
            "survkit notebook export analysis.dib --to ipynb",
            "survkit notebook export analysis.cs --to ipynb");
        command.SetAction(parsed =>
        {
            IReadOnlyList<string> paths = NotebookFiles.Find(parsed.GetValue(files)!);
            NotebookSet set = NotebookSet.Read(paths, streams, programs: true);
            Form chosen = form.Choice(parsed)!.Value;
            string? target = parsed.GetValue(output);
            if (target == "-")
            {
                foreach ((string path, Notebook notebook) in set.Readable)
                {
                    streams.Output.Write(Export(notebook, chosen, folder: null, parsed.GetValue(noCode)).Text);
                }

                return set.ExitCode(ExitCodes.Done);
            }

            bool isFolder = target is not null && (paths.Count > 1 || Directory.Exists(target) || target.EndsWith('/'));
            using var staged = new StagedFiles();
            List<string> written = [];
            foreach ((string path, Notebook notebook) in set.Readable)
            {
                string ending = Ending(chosen);
                string beside = Path.ChangeExtension(path, ending);
                string place = target is null ? beside : isFolder ? Path.Combine(target, Path.GetFileName(beside)) : target;
                if (written.Contains(place, StringComparer.Ordinal))
                {
                    throw new CommandException($"{path}: another notebook goes to {place} already; names that differ were expected.");
                }

                if (Path.GetFullPath(place) == Path.GetFullPath(path))
                {
                    throw new CommandException($"{path}: it would be written over itself; another --to, or --out, was expected.");
                }

                written.Add(place);
                string folder = Path.GetDirectoryName(Path.GetFullPath(place))!;
                (string text, IReadOnlyList<ExportedFile> pictures) = Export(
                    notebook, chosen, parsed.GetValue(embed) ? null : Path.GetFileNameWithoutExtension(place)
                        + "_files", parsed.GetValue(noCode));
                foreach (string needed in pictures.Select(picture => Path.GetDirectoryName(Path.Combine(folder, picture.Name))!)
                    .Append(folder)
                    .Where(_ => isFolder || pictures.Count > 0)
                    .Distinct())
                {
                    Directory.CreateDirectory(needed);
                }

                staged.Add(place, text);
                foreach (ExportedFile picture in pictures)
                {
                    staged.Add(Path.Combine(folder, picture.Name), picture.Content.ToArray());
                }
            }

            staged.Commit();
            foreach (string place in written)
            {
                streams.Output.WriteLine(place);
            }

            return set.ExitCode(ExitCodes.Done);
        });
        return command;
    }

    private static (string Text, IReadOnlyList<ExportedFile> Pictures) Export(
        Notebook notebook, Form form, string? folder, bool noCode)
    {
        if (form == Form.Markdown)
        {
            NotebookMarkdown page = NotebookMarkdown.Render(notebook, folder);
            return (page.Text, page.Files);
        }

        return (form switch
        {
            Form.Html => NotebookHtml.Page(notebook, options: new NotebookHtmlOptions { ShowCode = !noCode, Scripts = ChartScripts.All }),
            Form.Dib => notebook.ToDib(),
            Form.Ipynb => notebook.ToJson(),
            _ => NotebookScript.Write(notebook),
        }, []);
    }

    private static string Ending(Form form) => form switch
    {
        Form.Html => ".html",
        Form.Markdown => ".md",
        Form.Dib => ".dib",
        Form.Ipynb => ".ipynb",
        _ => ".cs",
    };
}
