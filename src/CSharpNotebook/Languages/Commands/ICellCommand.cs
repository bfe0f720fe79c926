using CSharpNotebook.Cells;
using CSharpNotebook.Directives;

namespace CSharpNotebook.Languages.Commands;

/// <summary>A command for the host: a line of a cell that begins with <c>#!</c> and is not the start of another language.</summary>
internal interface ICellCommand
{
    /// <summary>The name, without <c>#!</c>.</summary>
    string Name { get; }

    /// <summary>Its syntax, for <c>#!lsmagic</c>.</summary>
    string Usage { get; }

    /// <summary>What it does, in one sentence.</summary>
    string Summary { get; }

    /// <summary>Executes the command.</summary>
    /// <param name="command">The content of its line.</param>
    /// <param name="context">The cell.</param>
    /// <param name="cancellationToken">Interrupts the cell.</param>
    /// <returns>A task that ends when the command is done.</returns>
    /// <exception cref="CellFailedException">It cannot be executed.</exception>
    Task RunAsync(CommandLine command, CellContext context, CancellationToken cancellationToken);
}
