package dev.dealcoach.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;

/**
 * Our program as if one of its resources were not there: loads our classes anew and hides a file.
 */
public final class WithoutResource extends ClassLoader {
  private static final String OURS = "dev.dealcoach.";

  private final String hidden;

  /**
   * @param hidden path of the resource, without a slash at its beginning
   */
  public WithoutResource(String hidden) {
    super(WithoutResource.class.getClassLoader());
    this.hidden = hidden;
    if (getParent().getResource(hidden) == null) {
      throw new IllegalArgumentException(hidden + " is not there anyway");
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(OURS)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? define(name) : loaded;
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    String path = name.replace('.', '/') + ".class";
    try (InputStream in = getParent().getResourceAsStream(path)) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] bytes = in.readAllBytes();
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public URL getResource(String name) {
    return name.equals(hidden) ? null : super.getResource(name);
  }
}
