/** Uses the library as a module, as it is published. */
module org.example.consumer {
  requires dev.backproof.autodiff;
}
