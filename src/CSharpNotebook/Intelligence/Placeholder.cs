using System.Collections.Immutable;
using CSharpNotebook.Engine;
#pragma warning disable
namespace CSharpNotebook.Intelligence;
public sealed class CodeIntelligence(CSharpEngine engine) {
 public static Task WarmUpAsync(CancellationToken token = default) => Task.CompletedTask;
 public Task<CompletionAnswer> CompleteAsync(string code, int position, CancellationToken token = default) => Task.FromResult(new CompletionAnswer(position,position,[]));
 public Task<InspectionAnswer?> InspectAsync(string code, int position, InspectionDetail detail = InspectionDetail.Brief, CancellationToken token = default) => Task.FromResult<InspectionAnswer?>(null);
 public static CodeCompleteness Completeness(string code) => new(CodeState.Complete,"");
}
public sealed record CompletionAnswer(int Start, int End, ImmutableArray<CompletionMatch> Matches);
public sealed record CompletionMatch(string Text, string Kind);
public sealed record InspectionAnswer(string Text, string Markdown);
public enum InspectionDetail { Brief, Full }
public sealed record CodeCompleteness(CodeState State, string Indent);
public enum CodeState { Complete, Incomplete, Invalid }
